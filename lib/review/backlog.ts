import { addDays, type StudyDay } from '../kernel/study-day'
import type { Card } from '../memory/card/card'
import { isSetAside } from '../memory/card/due'
import { retrievability } from '../memory/card/retrievability'
import type { MemoryModel } from '../memory/model/memory-model'
import type { StudySettings } from './study-settings'

/** The reviews that are due, and how many of them are overdue. */
export type DueReviews = {
  /** Reviews due and not set aside, those of today included. */
  readonly due: number
  /** The part that fell due before today, and the day of the oldest. */
  readonly overdue: number
  readonly since: StudyDay | null
  /** Reviews falling due on a day of the coming week, on average. */
  readonly usualPerDay: number
}

const WEEK = 7

export function dueReviewsOf(cards: Iterable<Card>, today: StudyDay): DueReviews {
  let due = 0
  let overdue = 0
  let coming = 0
  let since: StudyDay | null = null
  for (const card of cards) {
    const { state } = card
    if (state.phase !== 'review' || isSetAside(card, today)) continue
    const wait = state.dueDay - today
    if (wait > 0 && wait <= WEEK) coming += 1
    if (wait > 0) continue
    due += 1
    if (wait === 0) continue
    overdue += 1
    if (since === null || state.dueDay < since) since = state.dueDay
  }
  return { due, overdue, since, usualPerDay: coming / WEEK }
}

/** Fewer overdue reviews are done in an evening. */
const LEAST = 25
const USUAL_DAYS = 2

/** Whether the overdue reviews are worth a plan: more than an evening, and more than twice a usual day. */
export const isBacklog = ({ overdue, usualPerDay }: DueReviews): boolean =>
  overdue >= LEAST && overdue > USUAL_DAYS * usualPerDay

type CatchUp = NonNullable<StudySettings['catchUp']>

/** Study days left of a plan, today included; 0 when it is over. */
export function daysLeft({ from, days }: CatchUp, today: StudyDay): number {
  return Math.min(days, Math.max(0, from + days - today))
}

/**
 * How many reviews are due today while a backlog is spread over `days` study days: its share, beside
 * what a day usually brings. `due`: reviews due when the day began. A day left out makes the others
 * longer, and the last one takes all that is left.
 */
export function quota(due: number, usualPerDay: number, days: number): number {
  const usual = Math.min(due, usualPerDay)
  return Math.ceil((due - usual) / days + usual)
}

export type Plan = {
  readonly days: number
  readonly perDay: number
  /** Answers that would be known today and no longer when their turn comes, over the whole backlog. */
  readonly lost: number
}

/** What spreading the backlog over `days` costs: reviews a day, and recall lost by waiting. */
export function planOver(
  days: number,
  backlog: DueReviews,
  cards: readonly Card[],
  today: StudyDay,
  model: MemoryModel,
): Plan {
  const losses = cards
    .flatMap(({ state }) =>
      state.phase === 'review' && state.dueDay < today ? [lossOf(state, today, days, model)] : [],
    )
    .sort((a, b) => b - a)
  const perDay = Math.max(1, Math.ceil(losses.length / days))
  // Those that lose most go first: the card in place i waits floor(i / perDay) days of `days`.
  const lost = losses.reduce((sum, loss, i) => sum + (loss * Math.floor(i / perDay)) / days, 0)
  return { days, perDay: quota(backlog.due, backlog.usualPerDay, days), lost }
}

type ReviewState = Extract<Card['state'], { phase: 'review' }>

/** Recall (0 to 1) that a card loses by waiting `days` more. */
export function lossOf(
  state: ReviewState,
  today: StudyDay,
  days: number,
  model: MemoryModel,
): number {
  return retrievability(state, today, model) - retrievability(state, addDays(today, days), model)
}
