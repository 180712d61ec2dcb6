import 'server-only'
import { type Display, displayOf, displayRow } from '../../account/display'
import { asUserId, type UserId } from '../../kernel/ids'
import type { Role } from '../../kernel/role'
import type { DayClock } from '../../kernel/study-day'
import type { StudySettings } from '../../review/study-settings'
import { database } from '../connection/client'
import type { Prisma, User as UserRow } from '../generated/client'
import { toSettings, toSettingsColumns } from './study-settings-row'

export type User = {
  readonly id: UserId
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly clock: DayClock
  readonly settings: StudySettings
  readonly display: Display
  /** What new answers are scheduled with; null: the shipped model. */
  readonly modelVersion: string | null
  readonly disabled: boolean
  /** Only the log is left of this account, without a name. */
  readonly deleted: boolean
  readonly createdAt: number
  readonly lastSeenAt: number | null
}

/** Columns that other files read. */
type KeptElsewhere =
  | 'passwordHash'
  | 'calendarHash'
  | 'dailyDigest'
  | 'weeklySummary'
  | 'noticesByMail'

export type NewUser = Pick<User, 'id' | 'email' | 'name' | 'role'> & {
  readonly passwordHash: string | null
  readonly zone: string
  readonly createdAt: number
}

export function toUser(row: Omit<UserRow, KeptElsewhere>): User {
  return {
    id: asUserId(row.id),
    email: row.email,
    name: row.name,
    role: row.role,
    clock: { zone: row.zone, rolloverHour: row.rolloverHour },
    settings: toSettings(row),
    display: displayOf(row.display),
    modelVersion: row.modelVersion,
    disabled: row.disabledAt !== null,
    deleted: row.deletedAt !== null,
    createdAt: row.createdAt.getTime(),
    lastSeenAt: row.lastSeenAt?.getTime() ?? null,
  }
}

export const newUserRow = (user: NewUser) => ({
  id: user.id,
  email: user.email,
  name: user.name,
  role: user.role,
  passwordHash: user.passwordHash,
  zone: user.zone,
  createdAt: new Date(user.createdAt),
})

export async function findUser(id: UserId): Promise<User | null> {
  const row = await database().user.findUnique({ where: { id } })
  return row && toUser(row)
}

/** Every account by name, and what is left of deleted ones. */
export async function listUsers(): Promise<User[]> {
  return (await database().user.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }] })).map(toUser)
}

/** Deleted accounts are none any more. */
const containing = (words: string): Prisma.UserWhereInput => {
  const contains = { contains: words, mode: 'insensitive' } as const
  return { deletedAt: null, ...(words !== '' && { OR: [{ name: contains }, { email: contains }] }) }
}

/** How many accounts there are, and of how many the name or the address contains `words`. */
export async function countUsers(
  words: string,
): Promise<{ readonly accounts: number; readonly found: number }> {
  const [accounts, found] = await Promise.all([
    database().user.count({ where: { deletedAt: null } }),
    database().user.count({ where: containing(words) }),
  ])
  return { accounts, found }
}

export const USER_ORDERS = ['name', 'email', 'role', 'seen'] as const
export type UserOrder = { readonly by: (typeof USER_ORDERS)[number]; readonly falling: boolean }

/** The accounts whose name or address contains `words`: `take` of them after `skip`. */
export async function searchUsers(
  words: string,
  {
    skip,
    take,
    order,
  }: { readonly skip: number; readonly take: number; readonly order: UserOrder },
): Promise<User[]> {
  const orderBy = [columnsBy(order), { name: 'asc' as const }, { id: 'asc' as const }]
  const where = containing(words)
  const rows = await database().user.findMany({ where, orderBy, skip, take })
  return rows.map(toUser)
}

function columnsBy({ by, falling }: UserOrder): Prisma.UserOrderByWithRelationInput {
  const sort = falling ? 'desc' : 'asc'
  switch (by) {
    case 'name':
      return { name: sort }
    case 'email':
      return { email: sort }
    case 'role':
      return { role: sort }
    case 'seen':
      return { lastSeenAt: { sort, nulls: 'last' } }
  }
}

/** `email` in lower case. The hash is null for accounts that sign in elsewhere. */
export async function findLogin(
  email: string,
): Promise<{ user: User; passwordHash: string | null } | null> {
  const row = await database().user.findUnique({ where: { email } })
  return row && { user: toUser(row), passwordHash: row.passwordHash }
}

/** False when the address is taken; nothing is written then. */
export async function insertUser(user: NewUser): Promise<boolean> {
  const { count } = await database().user.createMany({
    data: [newUserRow(user)],
    skipDuplicates: true,
  })
  return count === 1
}

export async function anyUserExists(): Promise<boolean> {
  return (await database().user.findFirst({ select: { id: true } })) !== null
}

export async function updateProfile(
  id: UserId,
  profile: Pick<User, 'name'> & DayClock,
): Promise<void> {
  const { name, zone, rolloverHour } = profile
  await database().user.update({ where: { id }, data: { name, zone, rolloverHour } })
}

/** Changes what `settings` names and leaves the rest. */
export async function updateStudySettings(
  id: UserId,
  settings: Partial<StudySettings>,
): Promise<void> {
  await database().user.update({ where: { id }, data: toSettingsColumns(settings) })
}

export async function updateDisplay(id: UserId, display: Display): Promise<void> {
  await database().user.update({ where: { id }, data: { display: displayRow(display) } })
}

/** `version` must be a shipped model's or one of this person's `MemoryModel` rows. */
export async function updateModelVersion(id: UserId, version: string): Promise<void> {
  await database().user.update({ where: { id }, data: { modelVersion: version } })
}

/** Which of these accounts exist and were not deleted. */
export async function livingAmong(ids: readonly UserId[]): Promise<ReadonlySet<UserId>> {
  const where = { id: { in: [...ids] }, deletedAt: null }
  const rows = await database().user.findMany({ where, select: { id: true } })
  return new Set(rows.map(({ id }) => asUserId(id)))
}

/** Names by id, of the accounts that still exist. */
export async function namesOf(ids: readonly UserId[]): Promise<ReadonlyMap<string, string>> {
  const rows = await database().user.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
  })
  return new Map(rows.map(({ id, name }) => [id, name]))
}
