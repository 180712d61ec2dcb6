import 'server-only'
import type { UserId } from '../../kernel/ids'
import { database } from '../connection/client'
import { toUser, type User } from './users'

/** Who somebody is at a provider: its address, and its own identifier for the person. */
type Identity = { readonly issuer: string; readonly subject: string }

/** An identity that is linked to an account. Instants in ms. */
export type LinkedIdentity = Identity & {
  readonly email: string | null
  readonly since: number
  readonly lastUsedAt: number | null
}

/** Whose identity this is; null when it is linked to no account. */
export async function findIdentityOwner({ issuer, subject }: Identity): Promise<User | null> {
  const row = await database().providerIdentity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    include: { user: true },
  })
  return row && toUser(row.user)
}

/** What this person is linked to, whatever the provider; the newest first. */
export async function identitiesOf(userId: UserId): Promise<readonly LinkedIdentity[]> {
  const rows = await database().providerIdentity.findMany({
    where: { userId },
    orderBy: { createdAt: 'desc' },
  })
  return rows.map(({ issuer, subject, email, createdAt, lastUsedAt }) => ({
    issuer,
    subject,
    email,
    since: createdAt.getTime(),
    lastUsedAt: lastUsedAt?.getTime() ?? null,
  }))
}

/** False when it is linked to an account, or the account to another identity of this provider. */
export async function insertIdentity(
  userId: UserId,
  { issuer, subject, email }: Identity & { readonly email: string | null },
  now: number,
): Promise<boolean> {
  const { count } = await database().providerIdentity.createMany({
    data: [{ userId, issuer, subject, email, createdAt: new Date(now) }],
    skipDuplicates: true,
  })
  return count === 1
}

export async function noteIdentityUsed(
  { issuer, subject }: Identity,
  email: string | null,
  now: number,
): Promise<void> {
  await database().providerIdentity.updateMany({
    where: { issuer, subject },
    data: { lastUsedAt: new Date(now), ...(email !== null && { email }) },
  })
}

/** False when there was none. */
export async function deleteIdentities(userId: UserId): Promise<boolean> {
  const { count } = await database().providerIdentity.deleteMany({ where: { userId } })
  return count > 0
}
