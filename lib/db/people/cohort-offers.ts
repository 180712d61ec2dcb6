import 'server-only'
import { z } from 'zod'
import {
  asCohortId,
  asInvitationId,
  asUserId,
  type CohortId,
  type InvitationId,
  type UserId,
} from '../../kernel/ids'
import { database } from '../connection/client'
import { instantWithOffset } from '../connection/instants'
import { type Reading, reading } from '../connection/read-together'

/** An open invitation that was made for the address of somebody with an account. */
export type CohortOffer = {
  readonly id: InvitationId
  readonly cohortName: string
  readonly byName: string | null
}

const rows = z.array(
  z.object({
    id: z.string().transform(asInvitationId),
    cohortName: z.string(),
    byName: z.string().nullable(),
  }),
)

/**
 * Only invitations to learn: an address is not proven, so it gives nobody a role. What was declined and
 * cohorts that they are in already are not offered.
 */
export const offersTo = (userId: UserId, now: number): Reading<CohortOffer[]> =>
  reading((json) => rows.parse(json))`
    SELECT coalesce(json_agg(json_build_object(
      'id', i."id", 'cohortName', c."name", 'byName', b."name"
    ) ORDER BY i."createdAt", i."id"), '[]')
    FROM "User" u
    JOIN "Invitation" i ON i."email" = u."email"
    JOIN "Cohort" c ON c."id" = i."cohortId" AND c."archivedAt" IS NULL
    LEFT JOIN "User" b ON b."id" = i."createdById"
    WHERE u."id" = ${userId}::uuid AND i."role" = 'learner' AND i."usesLeft" > 0
      AND i."revokedAt" IS NULL AND i."declinedAt" IS NULL
      AND i."expiresAt" > ${instantWithOffset(new Date(now))}::timestamptz
      AND NOT EXISTS (
        SELECT 1 FROM "Membership" m WHERE m."userId" = u."id" AND m."cohortId" = c."id"
      )`

/** What an offer needs to be accepted. Null when it is no offer to this address any more. */
export async function findOffer(
  id: InvitationId,
  email: string,
  now: number,
): Promise<{ readonly codeHash: string; readonly cohortId: CohortId } | null> {
  const row = await database().invitation.findFirst({
    where: {
      ...{ id, email, role: 'learner', revokedAt: null, declinedAt: null, usesLeft: { gt: 0 } },
      expiresAt: { gt: new Date(now) },
      cohort: { archivedAt: null },
    },
  })
  if (row?.cohortId == null) return null
  return { codeHash: row.codeHash, cohortId: asCohortId(row.cohortId) }
}

export async function markDeclined(id: InvitationId, now: number): Promise<void> {
  await database().invitation.updateMany({
    where: { id, declinedAt: null },
    data: { declinedAt: new Date(now) },
  })
}

/** The accounts that have one of these addresses and are not disabled. */
export async function accountsWith(
  emails: readonly string[],
): Promise<ReadonlyMap<string, UserId>> {
  const found = await database().user.findMany({
    where: { email: { in: [...emails] }, disabledAt: null },
    select: { id: true, email: true },
  })
  return new Map(found.map(({ id, email }) => [email, asUserId(id)]))
}
