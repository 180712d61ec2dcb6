import 'server-only'
import { asUserId, type UserId } from '../../kernel/ids'
import type { Role } from '../../kernel/role'
import { database } from '../connection/client'

/** What is stored of an authenticator app that counts. */
export async function findSecondFactor(
  userId: UserId,
): Promise<{ readonly sealedKey: string; readonly since: number } | null> {
  const row = await database().secondFactor.findUnique({ where: { userId } })
  if (!row?.confirmedAt) return null
  return { sealedKey: row.secret, since: row.confirmedAt.getTime() }
}

/** The key of one that waits for its first code. */
export async function findUnconfirmedKey(userId: UserId): Promise<string | null> {
  const row = await database().secondFactor.findUnique({ where: { userId } })
  return row && row.confirmedAt === null ? row.secret : null
}

/** False when the person has one that counts already; nothing is written then. */
export async function storeUnconfirmed(
  userId: UserId,
  sealedKey: string,
  now: number,
): Promise<boolean> {
  const data = { secret: sealedKey, createdAt: new Date(now), lastStep: 0 }
  const changed = await database().secondFactor.updateMany({
    where: { userId, confirmedAt: null },
    data,
  })
  if (changed.count === 1) return true
  const made = await database().secondFactor.createMany({
    data: [{ userId, ...data }],
    skipDuplicates: true,
  })
  return made.count === 1
}

/** From now on it counts, with these recovery codes. False when it did already, or has another key. */
export function confirmSecondFactor(
  userId: UserId,
  sealedKey: string,
  step: number,
  codeHashes: readonly string[],
  now: number,
): Promise<boolean> {
  return database().$transaction(async (tx) => {
    const { count } = await tx.secondFactor.updateMany({
      where: { userId, confirmedAt: null, secret: sealedKey },
      data: { confirmedAt: new Date(now), lastStep: step },
    })
    if (count === 0) return false
    await tx.recoveryCode.deleteMany({ where: { userId } })
    await tx.recoveryCode.createMany({ data: codeHashes.map((codeHash) => ({ userId, codeHash })) })
    return true
  })
}

/** Uses a code of this time step up. False when this one or a later one was used before. */
export async function takeStep(userId: UserId, step: number): Promise<boolean> {
  const { count } = await database().secondFactor.updateMany({
    where: { userId, lastStep: { lt: step } },
    data: { lastStep: step },
  })
  return count === 1
}

/** Uses a recovery code up. False when there is none, or it was used. */
export async function takeRecoveryCode(
  userId: UserId,
  codeHash: string,
  now: number,
): Promise<boolean> {
  const { count } = await database().recoveryCode.updateMany({
    where: { userId, codeHash, usedAt: null },
    data: { usedAt: new Date(now) },
  })
  return count === 1
}

export const countRecoveryCodes = (userId: UserId): Promise<number> =>
  database().recoveryCode.count({ where: { userId, usedAt: null } })

/** The keys of all people, those that wait for their first code among them. */
export async function sealedKeys(): Promise<
  readonly { readonly userId: UserId; readonly sealedKey: string }[]
> {
  const rows = await database().secondFactor.findMany({ select: { userId: true, secret: true } })
  return rows.map(({ userId, secret }) => ({ userId: asUserId(userId), sealedKey: secret }))
}

export async function writeSealedKey(userId: UserId, sealedKey: string): Promise<void> {
  await database().secondFactor.updateMany({ where: { userId }, data: { secret: sealedKey } })
}

/** False when there was none. */
export function deleteSecondFactor(userId: UserId): Promise<boolean> {
  return database().$transaction(async (tx) => {
    await tx.recoveryCode.deleteMany({ where: { userId } })
    const { count } = await tx.secondFactor.deleteMany({ where: { userId } })
    return count === 1
  })
}

/** The roles whose people must have a second factor. */
export async function rolesWithSecondFactor(): Promise<readonly Role[]> {
  return (await database().secondFactorRule.findMany()).map(({ role }) => role)
}

export async function writeRolesWithSecondFactor(roles: readonly Role[]): Promise<void> {
  await database().$transaction([
    database().secondFactorRule.deleteMany({ where: { role: { notIn: [...roles] } } }),
    database().secondFactorRule.createMany({
      data: roles.map((role) => ({ role })),
      skipDuplicates: true,
    }),
  ])
}
