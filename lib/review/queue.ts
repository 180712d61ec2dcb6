import type { QuestionId } from '../kernel/ids'
import type { StudyDay } from '../kernel/study-day'
import type { Card } from '../memory/card/card'
import { isDueState, isSetAside } from '../memory/card/due'
import { predictedRecall } from '../memory/card/retrievability'
import type { MemoryModel } from '../memory/model/memory-model'
import { lossOf } from './backlog'
import { LEARN_AHEAD_MS } from './learn-ahead'
import { spread } from './spread'

export type QueueCard = {
  readonly questionId: QuestionId
  readonly card: Card
  /** Questions that must not be asked on the same day (`Question.siblings`). */
  readonly siblings: readonly QuestionId[]
}

export type QueueInput = {
  /** Unlocked questions in course order, which is the order in which new ones are introduced. */
  readonly cards: readonly QueueCard[]
  readonly limits: { readonly newPerDay: number; readonly reviewsPerDay: number }
  readonly doneToday: {
    /** New cards that were graded for the first time (`DayCounts.introduced`). */
    readonly introduced: number
    /**
     * Review cards that were reviewed (`DayCounts.retentionTotal`). Learning steps count towards no
     * limit.
     */
    readonly reviews: number
    /** Questions graded today, including those outside `cards`. */
    readonly graded: ReadonlySet<QuestionId>
  }
  readonly today: StudyDay
  /** An instant in ms. */
  readonly now: number
  readonly model: MemoryModel
}

export type Counts = { readonly learning: number; readonly review: number; readonly new: number }
export type Queue = { readonly cards: readonly QuestionId[]; readonly counts: Counts }

/**
 * What to study now, in order: learning cards that are due, then reviews from the lowest predicted
 * recall up with new cards spread between them, and at the end learning cards that fall due within
 * 20 minutes. When more reviews are due than the day takes, those that lose most recall by waiting
 * another day are chosen: what is already forgotten and what hardly fades can wait. Only one of
 * several siblings is shown on a day, but learning cards are never held back for that.
 */
export function buildQueue(input: QueueInput): Queue {
  const { today, now, limits, doneToday } = input
  const shown = input.cards.filter(({ card }) => !isSetAside(card, today))
  const learning = learningCards(shown, now)

  const seen = new Set([...doneToday.graded, ...learning.map(({ questionId }) => questionId)])
  const reviews = byRecall(
    takeWithoutSiblings(mostUrgent(shown, input), limits.reviewsPerDay - doneToday.reviews, seen),
    input,
  )
  const fresh = takeWithoutSiblings(
    shown.filter(({ card }) => card.state.phase === 'new'),
    limits.newPerDay - doneToday.introduced,
    seen,
  )

  const due = learning.filter(({ dueAt }) => dueAt <= now)
  const ahead = learning.filter(({ dueAt }) => dueAt > now)
  return {
    cards: [...due, ...spread(reviews, fresh), ...ahead].map(({ questionId }) => questionId),
    counts: { learning: learning.length, review: reviews.length, new: fresh.length },
  }
}

type Learning = { readonly questionId: QuestionId; readonly dueAt: number }

function learningCards(cards: readonly QueueCard[], now: number): readonly Learning[] {
  return cards
    .flatMap(({ questionId, card: { state } }) =>
      (state.phase === 'learning' || state.phase === 'relearning') &&
      state.dueAt <= now + LEARN_AHEAD_MS
        ? [{ questionId, dueAt: state.dueAt }]
        : [],
    )
    .sort((a, b) => a.dueAt - b.dueAt || byId(a, b))
}

/** Reviews that are due, starting with those that would lose most recall by tomorrow. */
function mostUrgent(
  cards: readonly QueueCard[],
  { today, now, model }: QueueInput,
): readonly QueueCard[] {
  return cards
    .flatMap((each) => {
      const { state } = each.card
      return state.phase === 'review' && isDueState(state, now, today)
        ? [{ each, loss: lossOf(state, today, 1, model) }]
        : []
    })
    .sort((a, b) => b.loss - a.loss || byId(a.each, b.each))
    .map(({ each }) => each)
}

function byRecall(cards: readonly QueueCard[], { today, model }: QueueInput): readonly QueueCard[] {
  return cards
    .map((each) => ({ each, recall: predictedRecall(each.card.state, today, model) ?? 0 }))
    .sort((a, b) => a.recall - b.recall || byId(a.each, b.each))
    .map(({ each }) => each)
}

/** At most `limit` cards, none with a sibling in `seen`. The chosen cards are added to it. */
function takeWithoutSiblings(
  cards: readonly QueueCard[],
  limit: number,
  seen: Set<QuestionId>,
): readonly QueueCard[] {
  const taken: QueueCard[] = []
  for (const each of cards) {
    if (taken.length >= limit) break
    if (each.siblings.some((sibling) => seen.has(sibling))) continue
    taken.push(each)
    seen.add(each.questionId)
  }
  return taken
}

const byId = (a: { questionId: string }, b: { questionId: string }) =>
  a.questionId < b.questionId ? -1 : a.questionId > b.questionId ? 1 : 0
