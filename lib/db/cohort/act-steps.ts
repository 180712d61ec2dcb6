import 'server-only'
import { z } from 'zod'
import { asUserId, type CohortId, isUuid, type UserId } from '../../kernel/ids'
import { database } from '../connection/client'
import { rowsOf } from '../connection/rows-of'
import type { Prisma } from '../generated/client'

const ACT_KINDS = ['extended', 'messaged', 'moved'] as const
export type ActKind = (typeof ACT_KINDS)[number]

/** An act of one instructor on several analysts of a cohort. */
export type Act = {
  readonly id: string
  readonly cohortId: CohortId
  readonly byId: UserId
  readonly kind: ActKind
  readonly at: number
}

/** Returns how many are new: none when the act was recorded before. */
export async function insertSteps(
  act: Act,
  before: ReadonlyMap<UserId, Prisma.InputJsonValue>,
): Promise<number> {
  const { id: actId, cohortId, byId, kind } = act
  const at = new Date(act.at)
  const { count } = await database().actStep.createMany({
    data: [...before].map(([userId, said]) => ({
      userId,
      actId,
      cohortId,
      byId,
      kind,
      at,
      before: said,
    })),
    skipDuplicates: true,
  })
  return count
}

export type ActStep = {
  readonly userId: UserId
  readonly kind: ActKind
  readonly at: number
  readonly before: unknown
}

const stepRow = z.object({
  userId: z.string().transform(asUserId),
  kind: z.string(),
  at: z.date(),
  before: z.unknown(),
})

/**
 * Takes out what an act of this person changed in the cohort, for it to be undone: nothing the second time,
 * also of two at once, because it is one statement.
 */
export async function takeSteps(
  actId: string,
  { cohortId, byId }: Pick<Act, 'cohortId' | 'byId'>,
): Promise<readonly ActStep[]> {
  if (!isUuid(actId)) return []
  const rows = await rowsOf(stepRow)`
    DELETE FROM "ActStep"
    WHERE "actId" = ${actId}::uuid AND "cohortId" = ${cohortId}::uuid AND "byId" = ${byId}::uuid
    RETURNING "userId", "kind", "at", "before"`
  return rows
    .toSorted((a, b) => (a.userId < b.userId ? -1 : 1))
    .flatMap(({ kind, at, ...step }) => {
      const known = ACT_KINDS.find((each) => each === kind)
      return known === undefined ? [] : [{ ...step, kind: known, at: at.getTime() }]
    })
}
