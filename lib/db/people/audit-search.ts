import 'server-only'
import { z } from 'zod'
import { type AuditKind, isAuditKind } from '../../audit/audit-entry'
import { database } from '../connection/client'
import { Prisma } from '../generated/client'

export type AuditFilter = {
  /** The id of an account, or a part of a name or an address; null for everybody. */
  readonly person: { readonly id: string } | { readonly words: string } | null
  /** Null for all kinds. */
  readonly kinds: readonly AuditKind[] | null
  /** Instants in ms: from this one on, and before that one. */
  readonly from: number | null
  readonly until: number | null
  /** A part of what is said of an event, of an address or of the id of a request; null for all. */
  readonly text: string | null
}

/** Where the page before ended. */
export type AuditPlace = { readonly at: number; readonly id: string }

const detail = z.record(z.string(), z.union([z.string(), z.number(), z.null()]).catch(null))

const row = z.object({
  id: z.string(),
  at: z.date().transform((at) => at.getTime()),
  actorId: z.string().nullable(),
  subjectId: z.string().nullable(),
  kind: z.string(),
  detail,
  via: z.string().nullable(),
  address: z.string().nullable(),
  requestId: z.string().nullable(),
  actorName: z.string().nullable(),
  subjectName: z.string().nullable(),
})

export type AuditRow = Omit<z.infer<typeof row>, 'kind'> & { readonly kind: AuditKind }

/** The newest events that fit, or the oldest, after `after`: `take` of them. Kinds of other releases are left out. */
export async function searchAudit(
  filter: AuditFilter,
  page: { readonly after: AuditPlace | null; readonly oldest?: boolean; readonly take: number },
): Promise<AuditRow[]> {
  const { oldest = false } = page
  const found = await database().$queryRaw<unknown[]>`
    SELECT e."id", e."at", e."actorId", e."subjectId", e."kind", e."detail", e."via", e."address",
      e."requestId", a."name" AS "actorName", s."name" AS "subjectName"
    FROM "AuditEvent" e
    LEFT JOIN "User" a ON a."id" = e."actorId"
    LEFT JOIN "User" s ON s."id" = e."subjectId"
    WHERE ${Prisma.join(conditions(filter, page), ' AND ')}
    ${oldest ? Prisma.sql`ORDER BY e."at", e."id"` : Prisma.sql`ORDER BY e."at" DESC, e."id" DESC`}
    LIMIT ${page.take}`
  return found.flatMap((each) => {
    const { kind, ...rest } = row.parse(each)
    return isAuditKind(kind) ? [{ ...rest, kind }] : []
  })
}

function conditions(
  filter: AuditFilter,
  { after, oldest = false }: { after: AuditPlace | null; oldest?: boolean },
): readonly Prisma.Sql[] {
  const { person, kinds, from, until, text } = filter
  const all = [Prisma.sql`true`]
  if (after) {
    const place = Prisma.sql`(${new Date(after.at)}::timestamptz, ${after.id}::uuid)`
    all.push(
      oldest ? Prisma.sql`(e."at", e."id") > ${place}` : Prisma.sql`(e."at", e."id") < ${place}`,
    )
  }
  if (from !== null) all.push(Prisma.sql`e."at" >= ${new Date(from)}::timestamptz`)
  if (until !== null) all.push(Prisma.sql`e."at" < ${new Date(until)}::timestamptz`)
  if (kinds !== null) all.push(Prisma.sql`e."kind" = ANY(${[...kinds]}::text[])`)
  if (person !== null) {
    all.push(
      'id' in person
        ? Prisma.sql`(e."actorId" = ${person.id}::uuid OR e."subjectId" = ${person.id}::uuid)`
        : Prisma.sql`(${has('a."name"', person.words)} OR ${has('a."email"', person.words)}
            OR ${has('s."name"', person.words)} OR ${has('s."email"', person.words)})`,
    )
  }
  if (text !== null) {
    all.push(
      Prisma.sql`(${has('e."detail"::text', text)} OR ${has('e."address"', text)}
        OR ${has('e."requestId"', text)} OR ${has('e."kind"', text)})`,
    )
  }
  return all
}

/** `%` and `_` stand for themselves. The column comes from this file. */
const has = (column: string, words: string): Prisma.Sql =>
  Prisma.sql`coalesce(${Prisma.raw(column)}, '') ILIKE ${`%${words.replace(/[\\%_]/g, '\\$&')}%`}`
