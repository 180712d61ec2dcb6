import 'server-only'
import type { QuestionId } from '../../kernel/ids'
import type { ProjectedCard } from '../../memory/card/projected-card'
import type { DayCounts } from '../../memory/log/day-counts'
import { database } from '../connection/client'
import type { User } from '../people/users'
import { toCardRow } from './card-row'

/** Replaces one person's cards and study days in one transaction, for `log check --repair`. */
export async function replaceProjection(
  user: Pick<User, 'id' | 'clock'>,
  cards: ReadonlyMap<QuestionId, ProjectedCard>,
  days: ReadonlyMap<number, DayCounts>,
): Promise<void> {
  const userId = user.id
  const db = database()
  const rows = [...cards].map(([questionId, projected]) =>
    toCardRow({ userId, questionId, clock: user.clock }, projected),
  )
  await db.$transaction([
    // First, as in every write: answers that come in meanwhile wait, and find another version than
    // they read.
    db.cardsVersion.upsert({
      where: { userId },
      create: { userId, version: 1 },
      update: { version: { increment: 1 } },
    }),
    db.card.deleteMany({ where: { userId } }),
    db.studyDay.deleteMany({ where: { userId } }),
    // As JSON: Prisma's createMany rounds numbers to 16 digits, and the fold compares every one.
    db.$executeRaw`
      INSERT INTO "Card"
      SELECT * FROM jsonb_populate_recordset(null::"Card", ${JSON.stringify(rows)}::jsonb)`,
    db.studyDay.createMany({
      data: [...days].map(([day, counts]) => ({ userId, day, ...counts })),
    }),
  ])
}
