import 'server-only'
import { asUserId, type UserId } from '../../kernel/ids'
import type { DayClock } from '../../kernel/study-day'
import { NOTICE_GROUPS, type NoticeGroup } from '../../reminder/notices'
import { database } from '../connection/client'
import { namedRows } from '../connection/named-statement'
import { reachColumn, reachRow, USER_COLUMNS, userRow } from '../people/session-user'
import { toUser, type User } from '../people/users'

export type ReminderSettings = {
  readonly dailyDigest: boolean
  readonly weeklySummary: boolean
  /** What is also told by mail. */
  readonly noticesByMail: readonly NoticeGroup[]
}

/** Somebody who wishes to be told. */
export type Reader = { readonly id: UserId; readonly email: string; readonly clock: DayClock }

const READER = { id: true, email: true, zone: true, rolloverHour: true } as const

type ReaderRow = { id: string; email: string; zone: string; rolloverHour: number }

const toReader = ({ id, email, zone, rolloverHour }: ReaderRow): Reader => ({
  id: asUserId(id),
  email,
  clock: { zone, rolloverHour },
})

export async function reminderSettingsOf(
  id: UserId,
): Promise<ReminderSettings & { readonly hasCalendar: boolean }> {
  const row = await database().user.findUniqueOrThrow({
    where: { id },
    select: { dailyDigest: true, weeklySummary: true, noticesByMail: true, calendarHash: true },
  })
  const { dailyDigest, weeklySummary, calendarHash } = row
  const noticesByMail = NOTICE_GROUPS.filter((group) => row.noticesByMail.includes(group))
  return { dailyDigest, weeklySummary, noticesByMail, hasCalendar: calendarHash !== null }
}

/** Changes what `settings` names and leaves the rest. */
export async function updateReminderSettings(
  id: UserId,
  { noticesByMail, ...settings }: Partial<ReminderSettings>,
): Promise<void> {
  await database().user.update({
    where: { id },
    data: { ...settings, ...(noticesByMail && { noticesByMail: [...noticesByMail] }) },
  })
}

/** Null: no calendar any more. */
export async function updateCalendarHash(id: UserId, calendarHash: string | null): Promise<void> {
  await database().user.update({ where: { id }, data: { calendarHash } })
}

/** Whose calendar has that hash, and what they learn, unless their account is disabled. */
export async function findCalendarOwner(
  calendarHash: string,
): Promise<{ readonly user: User; readonly courses: readonly string[] | null } | null> {
  const [row] = await namedRows(OWNER, [calendarHash])
  if (row === undefined) return null
  return { user: toUser(userRow.parse(row)), ...reachRow.parse(row) }
}

const OWNER = `SELECT ${USER_COLUMNS}, ${reachColumn('u."id"')} FROM "User" u
  WHERE u."calendarHash" = $1 AND u."disabledAt" IS NULL`

/** Learners who wish a daily digest: their whole accounts, for what it says is worked out of them. */
export async function digestReaders(): Promise<User[]> {
  const rows = await database().user.findMany({
    where: { dailyDigest: true, disabledAt: null },
    orderBy: { id: 'asc' },
  })
  return rows.map(toUser)
}

/** Instructors of a cohort that is not archived, who wish a weekly summary. */
export async function summaryReaders(): Promise<Reader[]> {
  const rows = await database().user.findMany({
    where: {
      weeklySummary: true,
      disabledAt: null,
      memberships: { some: { role: 'instructor', cohort: { archivedAt: null } } },
    },
    select: READER,
    orderBy: { id: 'asc' },
  })
  return rows.map(toReader)
}
