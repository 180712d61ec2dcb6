import 'server-only'
import { changed } from '../../audit/changed'
import { hashCode, newCode } from '../../credentials/code'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import {
  type ReminderSettings,
  reminderSettingsOf,
  updateCalendarHash,
  updateReminderSettings,
} from '../../db/reminder/reminder-settings'
import type { NoticeGroup } from '../../reminder/notices'
import { reminderHour } from '../../reminder/when'
import { mailSettings } from '../mail-settings'
import type { LearnerScope } from '../scope'

export type RemindersView = {
  readonly dailyDigest: boolean
  /** Null for a learner, who instructs no cohort. */
  readonly weeklySummary: boolean | null
  readonly noticesByMail: readonly NoticeGroup[]
  readonly hasCalendar: boolean
  /** Where reminders go: a mail address, or (null) into the app. */
  readonly mailTo: string | null
  /** The hour (0-23) in this person's zone from which reminders go. */
  readonly hour: number
}

export async function loadReminders({ user }: LearnerScope): Promise<RemindersView> {
  const { dailyDigest, weeklySummary, noticesByMail, hasCalendar } = await reminderSettingsOf(
    user.id,
  )
  return {
    dailyDigest,
    noticesByMail,
    hasCalendar,
    weeklySummary: user.role === 'learner' ? null : weeklySummary,
    mailTo: mailSettings().kind === 'smtp' ? user.email : null,
    hour: reminderHour(user.clock),
  }
}

export async function saveReminders(
  { user }: LearnerScope,
  settings: Partial<ReminderSettings>,
  now: number,
): Promise<void> {
  const before = await reminderSettingsOf(user.id)
  const yes = (value: boolean | undefined) => (value === undefined ? null : value ? 'yes' : 'no')
  const detail = {
    user: user.id,
    area: 'reminders',
    ...changed(
      'dailyDigest',
      yes(before.dailyDigest),
      yes(settings.dailyDigest ?? before.dailyDigest),
    ),
    ...changed(
      'weeklySummary',
      yes(before.weeklySummary),
      yes(settings.weeklySummary ?? before.weeklySummary),
    ),
    ...changed(
      'noticesByMail',
      before.noticesByMail.join(' '),
      (settings.noticesByMail ?? before.noticesByMail).join(' '),
    ),
  }
  await together(async () => {
    await updateReminderSettings(user.id, settings)
    await recordAudit({ at: now, actorId: user.id, kind: 'settings_changed', detail })
  })
}

/** A new secret for the address of one's calendar, known only here and now; an older one ends. */
export async function makeCalendarLink({ user }: LearnerScope, now: number): Promise<string> {
  const secret = newCode()
  const detail = { user: user.id }
  await together(async () => {
    await updateCalendarHash(user.id, hashCode(secret))
    await recordAudit({ at: now, actorId: user.id, kind: 'calendar_link_made', detail })
  })
  return secret
}

export async function endCalendarLink({ user }: LearnerScope, now: number): Promise<void> {
  const detail = { user: user.id }
  await together(async () => {
    await updateCalendarHash(user.id, null)
    await recordAudit({ at: now, actorId: user.id, kind: 'calendar_link_ended', detail })
  })
}
