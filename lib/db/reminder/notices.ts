import 'server-only'
import { uuidv7 } from 'uuidv7'
import { asUserId, type UserId } from '../../kernel/ids'
import type { DayClock } from '../../kernel/study-day'
import { isNoticeKind, NOTICE_KINDS, type Notice, type NoticeGroup } from '../../reminder/notices'
import { database } from '../connection/client'

/** Tells people, each once: who was told of the same before is left out. `at` in ms. */
export async function insertNotices(
  told: readonly { readonly userId: UserId; readonly notice: Notice }[],
  at: number,
  { alsoByMail }: { readonly alsoByMail: boolean } = { alsoByMail: true },
): Promise<void> {
  if (told.length === 0) return
  await database().notification.createMany({
    data: told.map(({ userId, notice }) => ({
      ...{ userId, id: uuidv7(), at: new Date(at), mail: alsoByMail ? 'waiting' : null },
      ...notice,
    })),
    skipDuplicates: true,
  })
}

/** What was undone is told no more. A mail that went out already stays out. */
export async function withdrawNotices(key: string, userIds: readonly UserId[]): Promise<void> {
  await database().notification.deleteMany({ where: { key, userId: { in: [...userIds] } } })
}

/** A notice that no job has looked at yet, or that waits for its hour or for the mail server. */
export type WaitingNotice = {
  readonly userId: UserId
  readonly id: string
  readonly at: number
  readonly read: boolean
  /** Null for a message that is never told by mail. */
  readonly group: NoticeGroup | null
  /** Null when the account is disabled or gone. */
  readonly reader: {
    readonly email: string
    readonly clock: DayClock
    readonly byMail: readonly string[]
  } | null
}

export type NoticeText = { readonly title: string; readonly body: string; readonly href: string }

/** The oldest first, without their texts: in one night there can be very many. */
export async function waitingNotices(): Promise<readonly WaitingNotice[]> {
  const rows = await database().notification.findMany({
    where: { mail: 'waiting' },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { userId: true, id: true, at: true, kind: true, readAt: true },
  })
  const people = await database().user.findMany({
    where: { id: { in: [...new Set(rows.map(({ userId }) => userId))] }, disabledAt: null },
    select: { id: true, email: true, zone: true, rolloverHour: true, noticesByMail: true },
  })
  const readers = new Map(
    people.map(({ id, email, zone, rolloverHour, noticesByMail }) => [
      id,
      { email, clock: { zone, rolloverHour }, byMail: noticesByMail },
    ]),
  )
  return rows.map(({ userId, id, at, kind, readAt }) => ({
    ...{ userId: asUserId(userId), id, at: at.getTime() },
    read: readAt !== null,
    group: isNoticeKind(kind) ? NOTICE_KINDS[kind] : null,
    reader: readers.get(userId) ?? null,
  }))
}

/** What these say, by their ids; what was withdrawn meanwhile is missing. */
export async function noticeTexts(
  notices: readonly Pick<WaitingNotice, 'userId' | 'id'>[],
): Promise<ReadonlyMap<string, NoticeText>> {
  const rows = await database().notification.findMany({
    where: {
      userId: { in: notices.map(({ userId }) => userId) },
      id: { in: notices.map(({ id }) => id) },
    },
    select: { id: true, title: true, body: true, href: true },
  })
  return new Map(
    rows.map(({ id, title, body, href }) => [id, { title, body, href: href ?? '/today' }]),
  )
}

/** Nothing more is to be done about these by mail. */
export async function endWaiting(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await database().notification.updateMany({
    where: { id: { in: [...ids] }, mail: 'waiting' },
    data: { mail: null },
  })
}
