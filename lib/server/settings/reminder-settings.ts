import 'server-only'
import { hashCode, newCode } from '../../credentials/code'
import {
  type ReminderSettings,
  reminderSettingsOf,
  updateCalendarHash,
  updateReminderSettings,
} from '../../db/reminder/reminder-settings'
import { reminderHour } from '../../reminder/when'
import { mailSettings } from '../mail-settings'
import type { LearnerScope } from '../scope'

export type RemindersView = {
  readonly dailyDigest: boolean
  /** Null for a learner, who instructs no cohort. */
  readonly weeklySummary: boolean | null
  readonly hasCalendar: boolean
  /** Where reminders go: a mail address, or (null) into the app. */
  readonly mailTo: string | null
  /** The hour (0-23) in this person's zone from which reminders go. */
  readonly hour: number
}

export async function loadReminders({ user }: LearnerScope): Promise<RemindersView> {
  const { dailyDigest, weeklySummary, hasCalendar } = await reminderSettingsOf(user.id)
  return {
    dailyDigest,
    hasCalendar,
    weeklySummary: user.role === 'learner' ? null : weeklySummary,
    mailTo: mailSettings().kind === 'smtp' ? user.email : null,
    hour: reminderHour(user.clock),
  }
}

export async function saveReminders(
  { user }: LearnerScope,
  settings: Partial<ReminderSettings>,
): Promise<void> {
  await updateReminderSettings(user.id, settings)
}

/** A new secret for the address of one's calendar, known only here and now; an older one ends. */
export async function makeCalendarLink({ user }: LearnerScope): Promise<string> {
  const secret = newCode()
  await updateCalendarHash(user.id, hashCode(secret))
  return secret
}

export async function endCalendarLink({ user }: LearnerScope): Promise<void> {
  await updateCalendarHash(user.id, null)
}
