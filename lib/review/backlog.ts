import { addDays, type StudyDay } from '../kernel/study-day'
import type { Card } from '../memory/card/card'
import { isSetAside } from '../memory/card/due'
import { retrievability } from '../memory/card/retrievability'
import type { MemoryModel } from '../memory/model/memory-model'
import type { StudySettings } from './study-settings'

/** The reviews that are due, and how many of them are overdue. */
export type DueReviews = {
  /** Reviews that are due and not set aside, including those of today. */
  readonly due: number
  /** The reviews that fell due before today, and the day of the oldest. */
  readonly overdue: number
  readonly since: StudyDay | null
  /** The average number of reviews that fall due per day in the coming week. */
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

/** Fewer overdue reviews than this can be done in an evening. */
const LEAST = 25
const USUAL_DAYS = 2

/**
 * Whether the overdue reviews are worth a plan: they take more than an evening, and are more than
 * twice a usual day.
 */
export const isBacklog = ({ overdue, usualPerDay }: DueReviews): boolean =>
  overdue >= LEAST && overdue > USUAL_DAYS * usualPerDay

type CatchUp = NonNullable<StudySettings['catchUp']>

/** Study days that are left of a plan, including today; 0 when it is over. */
export function daysLeft({ from, days }: CatchUp, today: StudyDay): number {
  return Math.min(days, Math.max(0, from + days - today))
}

/**
 * How many reviews are due today while a backlog is spread over `days` study days: its share, in
 * addition to what a day usually brings. `due` is the number of reviews that were due when the day
 * began. If a day is left out, the other days get longer, and the last one takes all that is left.
 */
export function quota(due: number, usualPerDay: number, days: number): number {
  const usual = Math.min(due, usualPerDay)
  return Math.ceil((due - usual) / days + usual)
}

export type Plan = {
  readonly days: number
  readonly perDay: number
  /** Answers in the whole backlog that would be known today but no longer when their turn comes. */
  readonly lost: number
}

/** What it costs to spread the backlog over `days`: reviews per day, and recall lost by waiting. */
export function planOver(
  days: number,
  backlog: DueReviews,
  cards: readonly Card[],
  today: StudyDay,
  model: MemoryModel,
): Plan {
  const losses = Float64Array.from(
    cards.flatMap(({ state }) =>
      state.phase === 'review' && state.dueDay < today ? [lossOf(state, today, days, model)] : [],
    ),
  )
    .sort()
    .reverse()
  const perDay = Math.max(1, Math.ceil(losses.length / days))
  // Those that lose most come first: the card at place i waits floor(i / perDay) of the `days`
  // days.
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
