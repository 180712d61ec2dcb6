import { MINUTE_MS } from '../../kernel/duration'
import { addDays, isoDate } from '../../kernel/study-day'
import { isSetAside } from '../../memory/card/due'
import { daysLeft, dueReviewsOf, isBacklog, type Plan, planOver } from '../backlog'
import { DEFAULT_PACE_MS } from '../pace'
import { askedCards, type StudyState } from '../study-state'

export type BacklogView = {
  readonly overdue: number
  /** The date on which the oldest fell due. */
  readonly since: string
  /** What each number of days would cost. The minutes are from this learner's own pace. */
  readonly plans: readonly (Plan & { readonly minutesPerDay: number; readonly levelOn: string })[]
  /**
   * The plan in use: the study days that are left, including today, and the day on which it ends.
   */
  readonly running: { readonly daysLeft: number; readonly levelOn: string } | null
}

/** The numbers of study days over which a backlog can be spread. */
const CHOICES = [3, 5, 7, 14]

/** The backlog with the plans that are offered; null when there is none and no plan is in use. */
export function backlogView(state: StudyState, paceMs: number | null): BacklogView | null {
  const { today, model, settings } = state
  const cards = askedCards(state)
  const dueReviews = dueReviewsOf(cards, today)
  const left = settings.catchUp === null ? 0 : daysLeft(settings.catchUp, today)
  const isRunning = left > 0 && dueReviews.overdue > 0
  if (dueReviews.since === null || (!isRunning && !isBacklog(dueReviews))) return null
  const waiting = cards.filter((card) => !isSetAside(card, today))
  const dayAfter = (days: number) => isoDate(addDays(today, days))
  return {
    overdue: dueReviews.overdue,
    since: isoDate(dueReviews.since),
    plans: CHOICES.map((days) => {
      const plan = planOver(days, dueReviews, waiting, today, model)
      const minutesPerDay = Math.ceil((plan.perDay * (paceMs ?? DEFAULT_PACE_MS)) / MINUTE_MS)
      return { ...plan, minutesPerDay, levelOn: dayAfter(days) }
    }),
    running: isRunning ? { daysLeft: left, levelOn: dayAfter(left) } : null,
  }
}
