import 'server-only'
import { z } from 'zod'
import { REACHES } from '../../course/reach'
import { TOLERANCE_MS } from '../../exam/attempt-time'
import { isUuid, type SessionId, type UserId } from '../../kernel/ids'
import { ROLES } from '../../kernel/role'
import { namedRows } from '../connection/named-statement'
import type { Publication } from '../course/published-course'
import { toUser, type User } from './users'

export const userRow = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  zone: z.string(),
  rolloverHour: z.number(),
  reach: z.enum(REACHES),
  newPerDay: z.number(),
  reviewsPerDay: z.number(),
  desiredRetention: z.number(),
  leechLapses: z.number().nullable(),
  leechSuspends: z.boolean(),
  easyDays: z.array(z.number()),
  levelLoad: z.boolean(),
  catchUpFrom: z.number().nullable(),
  catchUpDays: z.number().nullable(),
  moreDay: z.number().nullable(),
  moreNew: z.number(),
  moreReviews: z.number(),
  askConfidence: z.boolean(),
  keys: z.json(),
  display: z.json(),
  modelVersion: z.string().nullable(),
  disabledAt: z.date().nullable(),
  deletedAt: z.date().nullable(),
  createdAt: z.date(),
  lastSeenAt: z.date().nullable(),
})

const publicationRow = z.object({
  courseVersion: z.number().nullable(),
  courseHash: z.string().nullable(),
  coursePublishedAt: z.date().nullable(),
})
const sessionRow = userRow.extend({
  ...publicationRow.shape,
  sessionCreatedAt: z.date(),
  sessionExpiresAt: z.date(),
  sessionLastSeenAt: z.date().nullable(),
})

export const USER_COLUMNS = Object.keys(userRow.shape)
  .map((column) => `u."${column}"`)
  .join(', ')

/** What a statement selects to read the session of its first parameter at the instant of its second. */
export const SESSION_COLUMNS = `${USER_COLUMNS},
  p."version" AS "courseVersion", p."hash" AS "courseHash", p."publishedAt" AS "coursePublishedAt",
  s."createdAt" AS "sessionCreatedAt", s."expiresAt" AS "sessionExpiresAt",
  s."lastSeenAt" AS "sessionLastSeenAt"`

/** Where it selects that from: one row, or none when the session does not hold. */
export const FROM_SESSION = `
  FROM "Session" s JOIN "User" u ON u."id" = s."userId"
  LEFT JOIN LATERAL (
    SELECT "version", "hash", "publishedAt" FROM "PublishedCourse" ORDER BY "version" DESC LIMIT 1
  ) p ON true
  WHERE s."id" = $1::uuid AND s."expiresAt" > $2::timestamptz AND u."disabledAt" IS NULL
    AND NOT s."restricted"`

/**
 * The courses that somebody learns, which are those of their running cohorts: null when they are in none, and
 * when one of these learns whatever there is.
 */
export const reachColumn = (user: string): string => `
  (SELECT CASE WHEN bool_and(cardinality(c."courses") > 0) THEN (
      SELECT array_agg(DISTINCT course) FROM "Membership" m2 JOIN "Cohort" c2 ON c2."id" = m2."cohortId",
        unnest(c2."courses") course
      WHERE m2."userId" = ${user} AND m2."role" = 'learner' AND c2."archivedAt" IS NULL
    ) END
    FROM "Membership" m JOIN "Cohort" c ON c."id" = m."cohortId"
    WHERE m."userId" = ${user} AND m."role" = 'learner' AND c."archivedAt" IS NULL)
    AS "courses"`

const READ = `SELECT ${SESSION_COLUMNS}, ${reachColumn('u."id"')},
  (SELECT count(*)::int FROM "Notification" n WHERE n."userId" = u."id" AND n."readAt" IS NULL)
    AS "unread",
  EXISTS (
    SELECT 1 FROM "ExamAttempt" a WHERE a."userId" = u."id" AND a."submittedAt" IS NULL
      AND a."endsAt" > $2::timestamptz - interval '${TOLERANCE_MS} milliseconds'
  ) AS "examRuns"
  ${FROM_SESSION}`

export const reachRow = z.object({ courses: z.array(z.string()).nullable() })
const besideRow = reachRow.extend({ unread: z.number(), examRuns: z.boolean() })

/** The same by itself, for somebody whose session nobody has read. */
export async function coursesReaching(userId: UserId): Promise<readonly string[] | null> {
  const [row] = await namedRows(`SELECT ${reachColumn('$1::uuid')}`, [userId])
  return reachRow.parse(row).courses
}

/** An account with what it learns, by its id. */
export async function findLearner(
  id: UserId,
): Promise<{ readonly user: User; readonly courses: readonly string[] | null } | null> {
  if (!isUuid(id)) return null
  const [row] = await namedRows(LEARNER, [id])
  return row === undefined ? null : { user: toUser(userRow.parse(row)), ...reachRow.parse(row) }
}

const LEARNER = `SELECT ${USER_COLUMNS}, ${reachColumn('u."id"')} FROM "User" u
  WHERE u."id" = $1::uuid`

/** The person of a session, and the newest published course, which nearly every request needs. */
export type SessionReading = {
  readonly user: User
  readonly newest: Publication | null
  /** Instants in ms. */
  readonly session: {
    readonly createdAt: number
    readonly expiresAt: number
    /** 0 for one of an earlier release. */
    readonly lastSeenAt: number
  }
}

/**
 * Null when the session was ended, has expired, or the account is disabled. Every request asks this,
 * in one statement. `unread`: the person's notifications, whose number every page shows. `examRuns`:
 * whether an attempt of theirs is open, that is, its answers can still arrive.
 */
export async function readSession(
  id: SessionId,
  now: number,
): Promise<(SessionReading & z.infer<typeof besideRow>) | null> {
  if (!isUuid(id)) return null
  const [row] = await namedRows(READ, [id, new Date(now).toISOString()])
  return row === undefined ? null : { ...toSession(row), ...besideRow.parse(row) }
}

/** From a row with the columns of a session, and perhaps others. */
export function toSession(row: unknown): SessionReading {
  const read = sessionRow.parse(row)
  const session = {
    createdAt: read.sessionCreatedAt.getTime(),
    expiresAt: read.sessionExpiresAt.getTime(),
    lastSeenAt: read.sessionLastSeenAt?.getTime() ?? 0,
  }
  return { user: toUser(read), newest: toPublication(read), session }
}

function toPublication(row: z.infer<typeof publicationRow>): Publication | null {
  const { courseVersion: version, courseHash: hash, coursePublishedAt: at } = row
  if (version === null || hash === null || at === null) return null
  return { version, hash, publishedAt: at.getTime() }
}
