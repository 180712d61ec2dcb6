import type { UserId } from '../kernel/ids'
import { isoDate, type StudyDay } from '../kernel/study-day'

/** Hides an at-risk flag until a study day of the learner begins. */
export type RiskSnooze = {
  readonly untilDay: StudyDay
  readonly note: string
  readonly byId: UserId
  readonly at: number
}

/** A snooze that applies today, with its end as `YYYY-MM-DD`. */
export type ActiveSnooze = RiskSnooze & { readonly until: string; readonly byName: string }

/** Null if there is no snooze or if it is over. */
export function activeSnooze(
  snooze: RiskSnooze | undefined,
  today: StudyDay,
  nameOf: (id: UserId) => string,
): ActiveSnooze | null {
  if (snooze === undefined || snooze.untilDay <= today) return null
  return { ...snooze, until: isoDate(snooze.untilDay), byName: nameOf(snooze.byId) }
}
