import type { QuestionId } from '../kernel/ids'
import { type Card, UNSEEN_CARD } from '../memory/card/card'
import type { CardState, Rating } from '../memory/card/state'
import type { CardEvent } from '../memory/log/card-event'
import type { ModelOf } from '../memory/model/shipped-models'
import { step } from '../memory/schedule/step'

/**
 * One review in the format that FSRS optimisers train on: the card, the instant (ms), the rating,
 * the state of the card just before, and how long the answer took (ms). Source:
 * https://github.com/open-spaced-repetition/fsrs-optimizer#review-logs-schema
 */
export type Revlog = {
  readonly questionId: QuestionId
  readonly time: number
  readonly rating: Rating
  readonly state: number
  readonly durationMs: number
}

export const REVLOG_HEAD = 'card_id,review_time,review_rating,review_state,review_duration\n'

/** In a file with several people, `cardId` is the person's number followed by the question's id. */
export const revlogLine = (cardId: string, { time, rating, state, durationMs }: Revlog): string =>
  `${cardId},${time},${rating},${state},${durationMs}\n`

const STATES: Readonly<Record<CardState['phase'], number>> = {
  new: 0,
  learning: 1,
  review: 2,
  relearning: 3,
}

/**
 * Reads one person's log, one event at a time by instant and id, and gives the reviews that count.
 * `undone` names the undone events. A card that was reset is new again. Throws as `step` does.
 */
export function revlogReader(
  undone: ReadonlySet<string>,
  models: ModelOf,
): (event: CardEvent) => Revlog | null {
  const cards = new Map<QuestionId, Card>()
  return (event) => {
    if (event.kind === 'undo' || undone.has(event.id)) return null
    const { questionId } = event
    const before = cards.get(questionId) ?? UNSEEN_CARD
    cards.set(questionId, step(before, event, models).card)
    if (event.kind !== 'grade') return null
    return {
      questionId,
      time: event.at,
      rating: event.rating,
      state: STATES[before.state.phase],
      durationMs: event.durationMs ?? 0,
    }
  }
}
