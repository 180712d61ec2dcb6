import 'server-only'
import { hashCode, newCode } from '../../credentials/code'
import {
  type ReminderSettings,
  reminderSettingsOf,
  updateCalendarHash,
  updateReminderSettings,
} from '../../db/reminder/reminder-settings'
import type { UserId } from '../../kernel/ids'
import { actor } from '../access'
import { mailSettings } from '../mail-settings'

export type RemindersView = {
  readonly dailyDigest: boolean
  /** Null for a learner, who has no cohort to hear of. */
  readonly weeklySummary: boolean | null
  readonly hasCalendar: boolean
  /** Where reminders go: a mail address, or (null) into the app. */
  readonly mailTo: string | null
}

/** Throws not_allowed. */
export async function loadReminders({ userId }: { userId: UserId }): Promise<RemindersView> {
  const user = await actor(userId)
  const { dailyDigest, weeklySummary, hasCalendar } = await reminderSettingsOf(user.id)
  return {
    ...{ dailyDigest, hasCalendar },
    weeklySummary: user.role === 'learner' ? null : weeklySummary,
    mailTo: mailSettings().kind === 'smtp' ? user.email : null,
  }
}

/** Throws not_allowed. */
export async function saveReminders({
  userId,
  ...settings
}: { userId: UserId } & Partial<ReminderSettings>): Promise<void> {
  const user = await actor(userId)
  await updateReminderSettings(user.id, settings)
}

/** A new secret for the address of one's calendar, known only here and now; an older one ends. Throws not_allowed. */
export async function makeCalendarLink({ userId }: { userId: UserId }): Promise<string> {
  const user = await actor(userId)
  const secret = newCode()
  await updateCalendarHash(user.id, hashCode(secret))
  return secret
}

/** Throws not_allowed. */
export async function endCalendarLink({ userId }: { userId: UserId }): Promise<void> {
  const user = await actor(userId)
  await updateCalendarHash(user.id, null)
}
