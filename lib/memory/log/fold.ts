import type { StudyDay } from '../../kernel/study-day'
import { type Card, UNSEEN_CARD } from '../card/card'
import { type CardRecord, NO_RECORD, recordAfter } from '../card/card-record'
import type { ModelOf } from '../model/shipped-models'
import { step } from '../schedule/step'
import type { ActingEvent, CardEvent } from './card-event'
import { addCounts, type CountsByDay, type DayCounts, NO_COUNTS } from './day-counts'

export type Folded = {
  readonly card: Card
  readonly record: CardRecord
  /** Study days on which something that still counts happened to the card. */
  readonly days: CountsByDay
}

/**
 * The card that the log of one question makes, whatever order it arrived in. Throws as `step` does.
 */
export function fold(events: readonly CardEvent[], models: ModelOf): Folded {
  const days = new Map<StudyDay, DayCounts>()
  let card = UNSEEN_CARD
  let record = NO_RECORD
  for (const event of standing(events)) {
    const stepped = step(card, event, models)
    record = recordAfter(record, card.state, event, models)
    card = stepped.card
    days.set(event.day, addCounts(days.get(event.day) ?? NO_COUNTS, stepped.counts))
  }
  return { card, record, days }
}

/**
 * The events that count, each once and in order: by instant, then by id. An undo takes its target
 * away for good; an undo cannot be undone.
 */
export function standing(events: readonly CardEvent[]): ActingEvent[] {
  const undone = new Set<string>()
  for (const event of events) if (event.kind === 'undo') undone.add(event.undoes)

  const taken = new Set<string>()
  return [...events].sort(byTime).filter((event): event is ActingEvent => {
    if (event.kind === 'undo' || undone.has(event.id) || taken.has(event.id)) return false
    taken.add(event.id)
    return true
  })
}

function byTime(a: CardEvent, b: CardEvent): number {
  if (a.at !== b.at) return a.at - b.at
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
