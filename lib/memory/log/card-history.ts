import type { StudyDay } from '../../kernel/study-day'
import type { Card } from '../card/card'
import { UNSEEN_CARD } from '../card/card'
import { predictedRecall } from '../card/retrievability'
import type { ModelOf } from '../model/shipped-models'
import { step } from '../schedule/step'
import type { ActingEvent, CardEvent } from './card-event'
import { standing } from './fold'

/** One event of a card's log, with the predicted recall before it and the card after it. */
export type HistoryStep<Event extends CardEvent> = {
  readonly event: Event
  /** It was undone later, so it changed nothing in the end. */
  readonly undone: boolean
  /** Predicted recall (0 to 1) just before a grade; null for a new card and for other events. */
  readonly recallBefore: number | null
  /** The card right after it, as the log now reads; unchanged by an event that was undone. */
  readonly after: Card
}

/**
 * What happened to one card, in order, undone events among the others; undos themselves are left
 * out. Throws as `step` does.
 */
export function historyOf<Event extends CardEvent>(
  log: readonly Event[],
  models: ModelOf,
): readonly HistoryStep<Event>[] {
  const counting = new Set(standing(log).map(({ id }) => id))
  const acting = log
    .filter((event) => event.kind !== 'undo')
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  let card = UNSEEN_CARD
  return acting.map((event) => {
    const undone = !counting.has(event.id)
    const recallBefore = event.kind === 'grade' ? recallAt(card, event, models) : null
    if (!undone && isActing(event)) card = step(card, event, models).card
    return { event, undone, recallBefore, after: card }
  })
}

const isActing = (event: CardEvent): event is ActingEvent => event.kind !== 'undo'

function recallAt(
  card: Card,
  { day, modelVersion }: { day: StudyDay; modelVersion: string },
  models: ModelOf,
): number | null {
  const model = models(modelVersion)
  return model === null ? null : predictedRecall(card.state, day, model)
}
