import type { Question } from '../course/types'
import { addDays } from '../kernel/study-day'
import { isSetAside } from '../memory/card/due'
import { gradedToday } from './daily-queue'
import { filterValues, type QuestionFilter, readFilter } from './question-filter'
import { byDueDay, learningCards, type Queue, queueCard } from './queue'
import { cardOf, type StudyState } from './study-state'
import { toldFirst } from './told-first'
import { takeWithoutSiblings } from './without-siblings'

/** Nobody studies further ahead at once: a review that comes so early shows little. */
export const FARTHEST_AHEAD = 30

/** What a session is about. An address and the browser know it as one text. */
export type StudyScope =
  /** A module or topic, or the whole course, within the limits of the day. */
  | { readonly kind: 'part'; readonly part: string | null }
  /** All reviews that fall due in so many days. */
  | { readonly kind: 'ahead'; readonly days: number }
  /** What has begun of the questions that a filter finds. */
  | { readonly kind: 'filter'; readonly filter: QuestionFilter }

/** Null when the text asks for days that cannot be. */
export function readScope(text: string | null): StudyScope | null {
  const ahead = text?.match(/^ahead:(\d{1,3})$/)?.[1]
  if (ahead !== undefined) {
    const days = Number(ahead)
    return days >= 1 && days <= FARTHEST_AHEAD ? { kind: 'ahead', days } : null
  }
  if (text?.startsWith('filter:')) {
    const values = new URLSearchParams(text.slice('filter:'.length))
    return { kind: 'filter', filter: readFilter((name) => values.get(name)) }
  }
  return { kind: 'part', part: text }
}

/** The text of a filter: the opposite of `readScope`. */
export function filterScope(filter: QuestionFilter): string {
  const set = Object.entries(filterValues(filter)).flatMap(([name, value]) =>
    value === null ? [] : [[name, value]],
  )
  return `filter:${new URLSearchParams(set)}`
}

/**
 * A session beside the day's limits: all reviews of these questions that fall due within `days` study days, or
 * all that have begun for null. What was answered today does not come again unless it is due, as in its steps,
 * and of several siblings one comes on a day, as always, and a question before those that tell its answer. Nothing new is introduced.
 */
export function customQueue(
  state: StudyState,
  questions: readonly Question[],
  days: number | null,
): Queue {
  const { today, now, model } = state
  const cards = questions
    .map((question) => queueCard(question, cardOf(state, question)))
    .filter(({ card }) => !isSetAside(card, today))
  const learning = learningCards(cards, now)
  const graded = gradedToday(state)
  const seen = new Set([...graded, ...learning.map(({ questionId }) => questionId)])
  const last = days === null ? null : addDays(today, days)
  const wanted = cards.filter(
    ({ questionId, card }) =>
      card.state.phase === 'review' &&
      (!graded.has(questionId) || card.state.dueDay <= today) &&
      (last === null || card.state.dueDay <= last),
  )
  const reviews = takeWithoutSiblings(byDueDay(wanted, { today, model }), Infinity, seen)
  const due = learning.filter(({ dueAt }) => dueAt <= now)
  const ahead = learning.filter(({ dueAt }) => dueAt > now)
  return {
    cards: [...due, ...toldFirst(reviews), ...ahead].map(({ questionId }) => questionId),
    counts: { learning: learning.length, review: reviews.length, new: 0 },
  }
}
