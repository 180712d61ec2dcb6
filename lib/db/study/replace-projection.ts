import 'server-only'
import { MINUTE_MS } from '../../kernel/duration'
import type { QuestionId } from '../../kernel/ids'
import type { ProjectedCard } from '../../memory/card/projected-card'
import type { DayCounts } from '../../memory/log/day-counts'
import { database } from '../connection/client'
import type { User } from '../people/users'
import { toCardRow } from './card-row'

/** Of a person with a hundred thousand cards on a busy machine. */
const LONGEST_MS = 10 * MINUTE_MS

/**
 * Replaces one person's cards and study days in one transaction, for `log check --repair`. False, and
 * nothing changed, if an answer was recorded since `version` was read: the log has one more by now.
 */
export async function replaceProjection(
  user: Pick<User, 'id' | 'clock'>,
  version: number,
  cards: ReadonlyMap<QuestionId, ProjectedCard>,
  days: ReadonlyMap<number, DayCounts>,
): Promise<boolean> {
  const userId = user.id
  const rows = [...cards].map(([questionId, projected]) =>
    toCardRow({ userId, questionId, clock: user.clock }, projected),
  )
  return database().$transaction(
    async (tx) => {
      // First, as in every write: answers that come in meanwhile wait, and find another version than
      // they read.
      const changed = await tx.$executeRaw`
        INSERT INTO "CardsVersion" AS v ("userId", "version") VALUES (${userId}::uuid, 1)
        ON CONFLICT ("userId") DO UPDATE SET "version" = v."version" + 1
        WHERE v."version" = ${version}`
      if (changed === 0) return false
      await tx.card.deleteMany({ where: { userId } })
      await tx.studyDay.deleteMany({ where: { userId } })
      // As JSON: Prisma's createMany rounds numbers to 16 digits, and the fold compares every one.
      await tx.$executeRaw`
        INSERT INTO "Card"
        SELECT * FROM jsonb_populate_recordset(null::"Card", ${JSON.stringify(rows)}::jsonb)`
      await tx.studyDay.createMany({
        data: [...days].map(([day, counts]) => ({ userId, day, ...counts })),
      })
      return true
    },
    { timeout: LONGEST_MS },
  )
}
