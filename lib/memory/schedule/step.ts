import { addDays, asStudyDay, type StudyDay } from '../../kernel/study-day'
import { type Card, UNSEEN_CARD } from '../card/card'
import { type CardState, NEW_CARD } from '../card/state'
import type { ActingEvent } from '../log/card-event'
import { countsOf, type DayCounts, NO_COUNTS } from '../log/day-counts'
import type { MemoryModel } from '../model/memory-model'
import type { ModelOf } from '../model/shipped-models'
import { isSetAsideAsLeech } from './leech'
import { schedule } from './schedule'

export type Stepped = { readonly card: Card; readonly counts: DayCounts }

/**
 * One event applied to the card it happened to: the fast path of an answer, and what `fold`
 * repeats. The event must not be older than the card's last one; if it is, fold the log instead.
 * Throws when an event names a model that `models` does not know: the log is then from a newer
 * release, and guessing would rewrite it.
 */
export function step(card: Card, event: ActingEvent, models: ModelOf): Stepped {
  switch (event.kind) {
    case 'grade': {
      const model = modelNamed(event.modelVersion, models)
      const { rating, at, day, questionId, chosenDays } = event
      const grade = { rating, at, day, cardKey: questionId, chosenDays }
      const state = schedule(card.state, grade, model)
      const suspended = card.suspended || isSetAsideAsLeech(card.state, state, model)
      return { card: { ...card, state, suspended }, counts: countsOf(card.state, event) }
    }
    case 'bury':
      return uncounted({ ...card, buriedUntil: addDays(event.day, 1) })
    case 'suspend':
      return uncounted({ ...card, suspended: true })
    case 'unsuspend':
      return uncounted({ ...card, suspended: false })
    case 'reset':
      return uncounted(UNSEEN_CARD)
    case 'relearn':
      return uncounted(
        card.state.phase === 'new' ? card : { ...card, state: relearnt(event, models) },
      )
    case 'retest':
      return uncounted({ ...card, state: dueBy(card.state, event.day) })
    case 'move':
      return uncounted({ ...card, state: moved(card.state, event) })
    case 'flag':
      return uncounted(card)
  }
}

/**
 * Due on the day that the learner chose, and no earlier than the day of choosing. Memory and interval stay:
 * whenever it is answered, the schedule counts the days since the last answer. A card that is new or in
 * learning steps has no due day and stays as it is.
 */
function moved(state: CardState, { day, toDay }: Move): CardState {
  if (state.phase !== 'review') return state
  return { ...state, dueDay: asStudyDay(Math.max(day, toDay)) }
}

type Move = Extract<ActingEvent, { kind: 'move' }>

/**
 * Whoever learned the old meaning would answer wrongly now. The card stands as a new one whose first
 * answer was Again: due within minutes, and within no daily limit of new cards.
 */
function relearnt(event: Relearn, models: ModelOf): CardState {
  const { at, day, questionId: cardKey } = event
  const model = modelNamed(event.modelVersion, models)
  return schedule(NEW_CARD, { rating: 1, at, day, cardKey }, model)
}

/** Asked on this day at the latest. An answer before its time says what it says: the memory stays as it is. */
const dueBy = (state: CardState, day: StudyDay): CardState =>
  state.phase === 'review' && state.dueDay > day ? { ...state, dueDay: day } : state

type Relearn = Extract<ActingEvent, { kind: 'relearn' }>

function modelNamed(version: string, models: ModelOf): MemoryModel {
  const model = models(version)
  if (model === null) throw new Error(`Unknown memory model ${version}`)
  return model
}

const uncounted = (card: Card): Stepped => ({ card, counts: NO_COUNTS })
