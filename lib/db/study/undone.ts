import 'server-only'
import type { UserId } from '../../kernel/ids'
import { database } from '../connection/client'
import { Prisma } from '../generated/client'

/**
 * SQL that is true of an event, aliased `e`, that no undo took back. Every figure over the log must ask
 * for it. There is an index of the undos alone. A statement about many people names them, or Postgres
 * may read the undos of everybody.
 */
export const notUndone = (people?: readonly UserId[]): Prisma.Sql => {
  const among = people ? Prisma.sql`AND undo."userId" = ANY(${[...people]}::uuid[])` : Prisma.empty
  return Prisma.sql`NOT EXISTS (
    SELECT 1 FROM "ReviewEvent" undo WHERE undo."userId" = e."userId" ${among}
      AND undo."questionId" = e."questionId" AND undo."kind" = 'undo'
      AND undo."undoes" = e."id"
  )`
}

/**
 * The same of a flag, aliased `f`, which has the id of the event that raised it. Not as NOT EXISTS, which
 * Postgres may turn into a join that reads every undo of these people: they have far more of them than
 * of flags.
 */
export const flagNotUndone = Prisma.sql`(
  SELECT 1 FROM "ReviewEvent" undo WHERE undo."userId" = f."userId" AND undo."kind" = 'undo'
    AND undo."undoes" = f."id" LIMIT 1
) IS NULL`

/** Ids of one person's events that an undo took back, for whoever reads the log page by page. */
export async function undoneOf(userId: UserId): Promise<ReadonlySet<string>> {
  const rows = await database().reviewEvent.findMany({
    where: { userId, kind: 'undo' },
    select: { undoes: true },
  })
  return new Set(rows.flatMap(({ undoes }) => undoes ?? []))
}
