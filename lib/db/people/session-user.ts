import 'server-only'
import { z } from 'zod'
import { isUuid, type SessionId } from '../../kernel/ids'
import { ROLES } from '../../kernel/role'
import { namedRows } from '../connection/named-statement'
import { toUser, type User } from './users'

const userRow = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  zone: z.string(),
  rolloverHour: z.number(),
  newPerDay: z.number(),
  reviewsPerDay: z.number(),
  desiredRetention: z.number(),
  leechLapses: z.number().nullable(),
  leechSuspends: z.boolean(),
  easyDays: z.array(z.number()),
  levelLoad: z.boolean(),
  catchUpFrom: z.number().nullable(),
  catchUpDays: z.number().nullable(),
  askConfidence: z.boolean(),
  keys: z.json(),
  modelVersion: z.string().nullable(),
  disabledAt: z.date().nullable(),
  deletedAt: z.date().nullable(),
  createdAt: z.date(),
  lastSeenAt: z.date().nullable(),
})

const READ = `
  SELECT ${Object.keys(userRow.shape)
    .map((column) => `u."${column}"`)
    .join(', ')}
  FROM "Session" s JOIN "User" u ON u."id" = s."userId"
  WHERE s."id" = $1::uuid AND s."expiresAt" > $2::timestamptz AND u."disabledAt" IS NULL`

/**
 * The session's person, or null when it was ended, has expired, or the account is disabled. Every
 * request asks this, in one statement.
 */
export async function findSessionUser(id: SessionId, now: number): Promise<User | null> {
  if (!isUuid(id)) return null
  const [row] = await namedRows(READ, [id, new Date(now).toISOString()])
  return row === undefined ? null : toUser(userRow.parse(row))
}
