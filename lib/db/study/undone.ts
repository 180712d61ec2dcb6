import 'server-only'
import type { UserId } from '../../kernel/ids'
import { database } from '../connection/client'
import { Prisma } from '../generated/client'

/**
 * SQL that is true of a row that no undo took back: an event, aliased `e`, or a flag, aliased `f`,
 * which has the id of the event that raised it. Every figure over the log must ask for it. There is an
 * index of the undos alone. A statement about many people names them, or Postgres may read the undos
 * of everybody.
 */
export const notUndone = (alias: 'e' | 'f', people?: readonly UserId[]): Prisma.Sql => {
  const row = Prisma.raw(alias)
  const among = people ? Prisma.sql`AND undo."userId" = ANY(${[...people]}::uuid[])` : Prisma.empty
  return Prisma.sql`NOT EXISTS (
    SELECT 1 FROM "ReviewEvent" undo WHERE undo."userId" = ${row}."userId" ${among}
      AND undo."questionId" = ${row}."questionId" AND undo."kind" = 'undo'
      AND undo."undoes" = ${row}."id"
  )`
}

/** Ids of one person's events that an undo took back, for whoever reads the log page by page. */
export async function undoneOf(userId: UserId): Promise<ReadonlySet<string>> {
  const rows = await database().reviewEvent.findMany({
    where: { userId, kind: 'undo' },
    select: { undoes: true },
  })
  return new Set(rows.flatMap(({ undoes }) => undoes ?? []))
}
