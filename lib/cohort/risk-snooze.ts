import type { UserId } from '../kernel/ids'
import { isoDate, type StudyDay } from '../kernel/study-day'

/** An at-risk flag that is hidden until a study day of the learner begins. */
export type RiskSnooze = {
  readonly untilDay: StudyDay
  readonly note: string
  readonly byId: UserId
  readonly at: number
}

/** A snooze that holds today, with its date, `YYYY-MM-DD`. */
export type HeldSnooze = RiskSnooze & { readonly until: string; readonly byName: string }

/** Null without a snooze, and for one that is over. */
export function heldSnooze(
  snooze: RiskSnooze | undefined,
  today: StudyDay,
  nameOf: (id: UserId) => string,
): HeldSnooze | null {
  if (snooze === undefined || snooze.untilDay <= today) return null
  return { ...snooze, until: isoDate(snooze.untilDay), byName: nameOf(snooze.byId) }
}
