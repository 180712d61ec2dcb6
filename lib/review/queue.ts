import { depthOrder } from '../course/reach'
import type { Question } from '../course/types'
import type { QuestionId } from '../kernel/ids'
import type { StudyDay } from '../kernel/study-day'
import type { Card } from '../memory/card/card'
import { isDueState, isSetAside } from '../memory/card/due'
import { predictedRecall, retrievability } from '../memory/card/retrievability'
import type { MemoryModel } from '../memory/model/memory-model'
import { lossOf } from './backlog'
import { introduced, type Waiting } from './introduction-order'
import { LEARN_AHEAD_MS } from './learn-ahead'
import { spread } from './spread'
import { toldFirst } from './told-first'
import { takeWithoutSiblings } from './without-siblings'

export type QueueCard = Waiting & {
  readonly card: Card
  /** Questions that must come first, because it tells their answer (`Question.tells`). */
  readonly tells: readonly QuestionId[]
}

const NONE: readonly QuestionId[] = []

/** `after`: ranks that come before its own. Written out: spreading what `waitingOf` gives costs ten times that. */
export const queueCard = (question: Question, card: Card, after = 0): QueueCard => ({
  questionId: question.id,
  siblings: question.siblings,
  rank: after + depthOrder(question),
  card,
  tells: question.tells ?? NONE,
})

export type QueueInput = {
  /** Unlocked questions in course order. New ones are introduced as `introduced` says. */
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
  /** Which reviews come when more are due than the limit allows. See `buildQueue`. */
  readonly chosenBy: 'due' | 'loss'
  readonly today: StudyDay
  /** An instant in ms. */
  readonly now: number
  readonly model: MemoryModel
}

export type Counts = { readonly learning: number; readonly review: number; readonly new: number }
export type Queue = { readonly cards: readonly QuestionId[]; readonly counts: Counts }

/**
 * New cards come early: each beside one review. Where time runs out before the queue does, new cards
 * that are spread over all of it would hardly be started.
 */
const REVIEWS_BESIDE_NEW = 1

/**
 * What to study now, in order: learning cards that are due, then reviews with new cards spread between
 * the first of them, and at the end learning cards that fall due within 20 minutes. Of the reviews the
 * longest due come first, and of one day those with the lowest predicted recall, also when more are due
 * than the day takes. While a backlog is spread, those are taken that lose most recall by waiting
 * another day: what is already forgotten and what hardly fades can wait. Only one of several siblings
 * is shown on a day, but learning cards are never held back for that. A new card goes before a sibling that
 * falls due today, and after one that has waited: otherwise one with many siblings, of which some are due
 * every day, would not be introduced for weeks. A question comes before those that tell its answer, where both
 * come on one day.
 */
export function buildQueue(input: QueueInput): Queue {
  const { today, now, limits, doneToday, chosenBy } = input
  const shown = input.cards.filter(({ card }) => !isSetAside(card, today))
  const learning = learningCards(shown, now)

  const seen = new Set([...doneToday.graded, ...learning.map(({ questionId }) => questionId)])
  const due = inTurn(shown, input)
  const goesFirst = ({ card: { state } }: QueueCard) =>
    chosenBy === 'loss' || (state.phase === 'review' && state.dueDay < today)
  const room = limits.reviewsPerDay - doneToday.reviews
  const waited = takeWithoutSiblings(due.filter(goesFirst), room, seen)
  const fresh = introduced(
    shown.filter(({ card }) => card.state.phase === 'new'),
    limits.newPerDay - doneToday.introduced,
    seen,
  )
  const ofToday = due.filter((each) => !goesFirst(each))
  const reviews = byDueDay(
    [...waited, ...takeWithoutSiblings(ofToday, room - waited.length, seen)],
    input,
  )

  const inSteps = learning.filter(({ dueAt }) => dueAt <= now)
  const ahead = learning.filter(({ dueAt }) => dueAt > now)
  const among = REVIEWS_BESIDE_NEW * fresh.length
  const first = spread(reviews.slice(0, among), fresh)
  return {
    cards: idsOf([...inSteps, ...toldFirst([...first, ...reviews.slice(among)]), ...ahead]),
    counts: { learning: learning.length, review: reviews.length, new: fresh.length },
  }
}

type Review = Extract<Card['state'], { phase: 'review' }>
type Learning = { readonly questionId: QuestionId; readonly dueAt: number }

/** Learning cards that are due or fall due soon, by instant. */
export function learningCards(cards: readonly QueueCard[], now: number): readonly Learning[] {
  return cards
    .flatMap(({ questionId, card: { state } }) =>
      (state.phase === 'learning' || state.phase === 'relearning') &&
      state.dueAt <= now + LEARN_AHEAD_MS
        ? [{ questionId, dueAt: state.dueAt }]
        : [],
    )
    .sort((a, b) => a.dueAt - b.dueAt || byId(a, b))
}

/** Reviews that are due, starting with those that should not wait. */
function inTurn(
  cards: readonly QueueCard[],
  { chosenBy, today, now, model }: QueueInput,
): readonly QueueCard[] {
  const reasonToCome = (state: Review) =>
    chosenBy === 'loss' ? lossOf(state, today, 1, model) : -state.dueDay
  return cards
    .flatMap((each) => {
      const { state } = each.card
      return state.phase === 'review' && isDueState(state, now, today)
        ? [{ each, reason: reasonToCome(state), recall: retrievability(state, today, model) }]
        : []
    })
    .sort((a, b) => b.reason - a.reason || a.recall - b.recall || byId(a.each, b.each))
    .map(({ each }) => each)
}

export function byDueDay(
  cards: readonly QueueCard[],
  { today, model }: Pick<QueueInput, 'today' | 'model'>,
): readonly QueueCard[] {
  return cards
    .map((each) => {
      const { state } = each.card
      const due = state.phase === 'review' ? state.dueDay : today
      return { each, due, recall: predictedRecall(state, today, model) ?? 0 }
    })
    .sort((a, b) => a.due - b.due || a.recall - b.recall || byId(a.each, b.each))
    .map(({ each }) => each)
}

const idsOf = (cards: readonly { readonly questionId: QuestionId }[]): readonly QuestionId[] =>
  cards.map(({ questionId }) => questionId)

const byId = (a: { questionId: string }, b: { questionId: string }) =>
  a.questionId < b.questionId ? -1 : a.questionId > b.questionId ? 1 : 0
