import 'server-only'
import { z } from 'zod'
import { DAY_MS } from '../../kernel/duration'
import type { AccountFacts } from '../../security/facts'
import { rowsOf } from '../connection/rows-of'

const row = z.object({
  administrators: z.number(),
  administratorsWithoutSecondFactor: z.number(),
  idleAdministrators: z.number(),
  instructorsWithoutSecondFactor: z.number(),
  rolesWithSecondFactor: z.array(z.string()),
  demonstration: z.number(),
  invitationsOfAdministrators: z.number(),
  invitationsOfManyInstructors: z.number(),
  oldSessions: z.number(),
  sessionsOfDisabled: z.number(),
})

/** Counts what the security check judges of accounts, invitations and sign-in sessions. */
export async function accountFacts(now: number): Promise<AccountFacts> {
  const at = new Date(now)
  const monthAgo = new Date(now - 30 * DAY_MS)
  const [counted] = await rowsOf(row)`
    WITH able AS (
      SELECT u."role", u."createdAt", u."lastSeenAt",
        EXISTS (SELECT 1 FROM "SecondFactor" f
          WHERE f."userId" = u."id" AND f."confirmedAt" IS NOT NULL) AS "factor"
      FROM "User" u WHERE u."role" <> 'learner' AND u."disabledAt" IS NULL AND u."deletedAt" IS NULL
    ), open AS (
      SELECT "role", "usesLeft" FROM "Invitation"
      WHERE "revokedAt" IS NULL AND "usesLeft" > 0 AND "expiresAt" > ${at} AND NOT "setup"
    ), signed AS (
      SELECT s."createdAt", u."disabledAt" FROM "Session" s JOIN "User" u ON u."id" = s."userId"
      WHERE s."expiresAt" > ${at}
    )
    SELECT
      (SELECT count(*)::int FROM able WHERE "role" = 'admin') AS "administrators",
      (SELECT count(*)::int FROM able WHERE "role" = 'admin' AND NOT "factor")
        AS "administratorsWithoutSecondFactor",
      (SELECT count(*)::int FROM able WHERE "role" = 'admin' AND "createdAt" < ${monthAgo}
        AND ("lastSeenAt" IS NULL OR "lastSeenAt" < ${monthAgo})) AS "idleAdministrators",
      (SELECT count(*)::int FROM able WHERE "role" = 'instructor' AND NOT "factor")
        AS "instructorsWithoutSecondFactor",
      (SELECT coalesce(array_agg("role"::text), '{}') FROM "SecondFactorRule") AS "rolesWithSecondFactor",
      (SELECT count(*)::int FROM "User" WHERE "disabledAt" IS NULL AND "email" LIKE '%@demo.example')
        AS "demonstration",
      (SELECT count(*)::int FROM open WHERE "role" = 'admin') AS "invitationsOfAdministrators",
      (SELECT count(*)::int FROM open WHERE "role" = 'instructor' AND "usesLeft" > 1)
        AS "invitationsOfManyInstructors",
      (SELECT count(*)::int FROM signed WHERE "createdAt" < ${new Date(now - 90 * DAY_MS)})
        AS "oldSessions",
      (SELECT count(*)::int FROM signed WHERE "disabledAt" IS NOT NULL) AS "sessionsOfDisabled"`
  if (!counted) throw new Error('The accounts were not counted.')
  return counted
}
