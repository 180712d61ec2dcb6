import type { QuestionId } from '../../kernel/ids'
import type { StudyDay } from '../../kernel/study-day'
import type { Rating } from '../card/state'
import type { ActingEvent, CardEvent } from './card-event'
import { standing } from './fold'

/** One review as training sees it: what was pressed, and study days since the last (0 for the first). */
export type HistoryReview = {
  readonly rating: Rating
  readonly elapsedDays: number
  /** Instant (ms) and study day. */
  readonly at: number
  readonly day: StudyDay
}

/** All reviews of one card from the first one; a reset or another meaning begins another history. */
export type History = readonly HistoryReview[]

/** Each card's history from a person's log: the grades that count, in order, by study days. */
export function historiesOf(
  log: readonly (CardEvent & { readonly questionId: QuestionId })[],
): readonly History[] {
  const byCard = new Map<QuestionId, CardEvent[]>()
  for (const event of log) {
    const events = byCard.get(event.questionId) ?? []
    events.push(event)
    byCard.set(event.questionId, events)
  }
  return [...byCard.values()].flatMap((events) => lives(standing(events)))
}

function lives(events: readonly ActingEvent[]): readonly History[] {
  const found: HistoryReview[][] = [[]]
  for (const event of events) {
    if (event.kind === 'reset' || event.kind === 'relearn') found.push([])
    if (event.kind !== 'grade') continue
    const life = found.at(-1) ?? []
    const before = life.at(-1)
    const elapsedDays = before === undefined ? 0 : Math.max(0, event.day - before.day)
    life.push({ rating: event.rating, elapsedDays, at: event.at, day: event.day })
  }
  return found.filter((life) => life.length > 0)
}

/** Whether a review tests memory: not the first, and not on the day of the one before. */
export const isTest = ({ elapsedDays }: HistoryReview): boolean => elapsedDays > 0
