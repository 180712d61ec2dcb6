import { asQuestionId } from '@/lib/kernel/ids'
import type { StudyDay } from '@/lib/kernel/study-day'
import { type Card, UNSEEN_CARD } from '@/lib/memory/card/card'
import { retrievability } from '@/lib/memory/card/retrievability'
import type { CardState } from '@/lib/memory/card/state'
import type { MemoryModel } from '@/lib/memory/model/memory-model'
import { DEFAULT_MODEL } from '@/lib/memory/model/shipped-models'
import { levelledDays } from '@/lib/memory/schedule/levelling'
import { schedule } from '@/lib/memory/schedule/schedule'
import { daysLeft, dueReviewsOf, isBacklog, lossOf, quota } from '@/lib/review/backlog'
import { buildQueue } from '@/lib/review/queue'
import { spread } from '@/lib/review/spread'
import { EVERY_DAY_ALIKE } from '@/lib/review/study-settings'
import type { Desk } from './learners-desk'
import { DAYS, FIRST_DAY, NEW_PER_DAY, QUESTIONS } from './learners-people'

const MODEL: MemoryModel = { ...DEFAULT_MODEL, leech: null }

type Review = Extract<CardState, { phase: 'review' }>
/** The lower, the sooner. */
type Order = (state: Review, today: StudyDay) => number

export const ORDERS = {
  due: (state) => state.dueDay,
  'lowest recall': (state, today) => retrievability(state, today, MODEL),
  'highest recall': (state, today) => -retrievability(state, today, MODEL),
  'loss by tomorrow': (state, today) => -lossOf(state, today, 1, MODEL),
  'relative overdue': (state, today) => -(today - state.dueDay) / state.intervalDays,
} satisfies Record<string, Order>

type Queue = (day: StudyDay, now: number, cards: readonly Card[]) => readonly number[]

const ids = Array.from({ length: QUESTIONS }, (_, i) => asQuestionId(`question-${i}`))
const numbers = new Map(ids.map((id, i) => [id, i]))

/** The queue of the program, with a pile spread over a week when the program offers that. */
export function ourQueue({
  catchUpDays,
  reviewsPerDay,
}: {
  catchUpDays: number
  reviewsPerDay: number
}): Queue {
  let catchUp: { from: StudyDay; days: number } | null = null
  return (today, now, cards) => {
    const pile = dueReviewsOf(cards, today)
    if (catchUp !== null && daysLeft(catchUp, today) === 0) catchUp = null
    if (catchUp === null && catchUpDays > 0 && isBacklog(pile)) {
      catchUp = { from: today, days: catchUpDays }
    }
    const left = catchUp === null ? 0 : daysLeft(catchUp, today)
    const queue = buildQueue({
      cards: cards.map((card, i) => ({
        questionId: ids[i] ?? asQuestionId(''),
        card,
        siblings: [],
        rank: 0,
        tells: [],
      })),
      limits:
        left === 0
          ? { newPerDay: NEW_PER_DAY, reviewsPerDay }
          : { newPerDay: 0, reviewsPerDay: quota(pile.due, pile.usualPerDay, left) },
      chosenBy: left === 0 ? 'due' : 'loss',
      doneToday: { introduced: 0, reviews: 0, graded: new Set() },
      today,
      now,
      model: MODEL,
    })
    return queue.cards.flatMap((id) => numbers.get(id) ?? [])
  }
}

/**
 * The same without plans; which reviews come first, or at all when more are due than `most`, is `order`'s.
 * New questions are spread over the first reviews, `reviewsPerNew` to each.
 */
export function queueBy(order: Order, most: number, reviewsPerNew: number): Queue {
  return (today, _now, cards) => {
    const learning: number[] = []
    const fresh: number[] = []
    const due: { i: number; at: number }[] = []
    for (const [i, { state }] of cards.entries()) {
      if (state.phase === 'new') fresh.push(i)
      else if (state.phase !== 'review') learning.push(i)
      else if (state.dueDay <= today) due.push({ i, at: order(state, today) })
    }
    due.sort((a, b) => a.at - b.at || a.i - b.i)
    const reviews = due.slice(0, most).map(({ i }) => i)
    const started = fresh.slice(0, NEW_PER_DAY)
    const among = Math.min(reviews.length, Math.ceil(reviewsPerNew * started.length))
    return [...learning, ...spread(reviews.slice(0, among), started), ...reviews.slice(among)]
  }
}

type Wishes = { readonly levelled: boolean; readonly desiredRetention: number }

/** FSRS-6 with the shipped weights, whatever the person's own are. */
export function fsrsDesk(queue: Queue, { levelled, desiredRetention }: Wishes): Desk {
  const model = { ...MODEL, desiredRetention }
  const cards: Card[] = Array.from({ length: QUESTIONS }, () => UNSEEN_CARD)
  const due = Array.from({ length: 2 * DAYS }, () => 0)
  const count = ({ state }: Card, by: number) => {
    const index = state.phase === 'review' ? state.dueDay - FIRST_DAY : -1
    if (index >= 0 && index < due.length) due[index] = (due[index] ?? 0) + by
  }
  return {
    plan: (day, now, unlocked) => [...queue(day, now, cards.slice(0, unlocked))],
    answer(question, rating, at, day) {
      const card = cards[question] ?? UNSEEN_CARD
      const grade = { rating, at, day, cardKey: ids[question] ?? '' }
      const load = { from: FIRST_DAY, due, easyDays: EVERY_DAY_ALIKE }
      const chosenDays = levelled ? levelledDays(card.state, grade, model, load) : undefined
      const state = schedule(card.state, { ...grade, chosenDays }, model)
      const after = { ...card, state }
      count(card, -1)
      count(after, 1)
      cards[question] = after
      return state.phase === 'review' ? null : state.dueAt
    },
  }
}
