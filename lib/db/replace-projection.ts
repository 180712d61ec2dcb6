import 'server-only'
import type { QuestionId } from '../kernel/ids'
import type { Card } from '../memory/card'
import type { DayCounts } from '../memory/day-counts'
import { toColumns } from './card-row'
import { database } from './client'
import type { User } from './users'

/** Writes one person's cards and study days anew, in one transaction: what `log check --repair` folds. */
export async function replaceProjection(
  user: Pick<User, 'id' | 'clock'>,
  cards: ReadonlyMap<
    QuestionId,
    { card: Card; lastEventAt: number; version: number; modelVersion: string | null }
  >,
  days: ReadonlyMap<number, DayCounts>,
): Promise<void> {
  const userId = user.id
  const db = database()
  await db.$transaction([
    // Answers that come in meanwhile wait, and find the version they did not read.
    db.$executeRaw`SELECT 1 FROM "Card" WHERE "userId" = ${userId}::uuid FOR UPDATE`,
    db.card.deleteMany({ where: { userId } }),
    db.studyDay.deleteMany({ where: { userId } }),
    db.card.createMany({
      data: [...cards].map(([questionId, { card, lastEventAt, version, modelVersion }]) => ({
        userId,
        questionId,
        ...toColumns(card, user.clock),
        lastEventAt: new Date(lastEventAt),
        version,
        modelVersion,
      })),
    }),
    db.studyDay.createMany({
      data: [...days].map(([day, counts]) => ({ userId, day, ...counts })),
    }),
  ])
}
