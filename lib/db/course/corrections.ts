import 'server-only'
import { z } from 'zod'
import { groupBy } from '../../kernel/group-by'
import { asQuestionId, asUserId, type QuestionId, type UserId } from '../../kernel/ids'
import { database } from '../connection/client'
import { reading, readOne } from '../connection/read-together'
import { Prisma } from '../generated/client'
import { notUndone } from '../study/undone'

/** A published version whose corrections nobody was told of yet, and the one before it, if any. */
export type OpenCorrection = {
  readonly version: number
  readonly before: number | null
  /** Questions to ask again soon, because what they rest on has changed. */
  readonly retest: readonly QuestionId[]
}

export async function openCorrections(): Promise<readonly OpenCorrection[]> {
  const open = await database().publishedCourse.findMany({
    where: { relearnedAt: null },
    select: { version: true, retest: true },
    orderBy: { version: 'asc' },
  })
  return Promise.all(
    open.map(async ({ version, retest }) => {
      const before = await database().publishedCourse.findFirst({
        where: { version: { lt: version } },
        select: { version: true },
        orderBy: { version: 'desc' },
      })
      return { version, before: before?.version ?? null, retest: retest.map(asQuestionId) }
    }),
  )
}

export async function noteRelearned(version: number, now: number): Promise<void> {
  const data = { relearnedAt: new Date(now) }
  await database().publishedCourse.update({ where: { version }, data })
}

/** A question, and the revision that gave it its present meaning. */
export type Corrected = { readonly questionId: QuestionId; readonly revision: number }

const learnedRow = z.object({
  userId: z.string().transform(asUserId),
  questionId: z.string().transform(asQuestionId),
})

/** Who last answered one of these questions before it had its present meaning, person by person. */
export async function learnedBefore(
  corrected: readonly Corrected[],
): Promise<ReadonlyMap<UserId, readonly QuestionId[]>> {
  const ids = corrected.map(({ questionId }) => questionId)
  const revisions = corrected.map(({ revision }) => revision)
  const rows = await database().$queryRaw`
    SELECT c."userId", c."questionId" FROM "Card" c
    JOIN unnest(${ids}::text[], ${revisions}::int[]) AS corrected(id, revision)
      ON corrected.id = c."questionId"
    JOIN LATERAL (${lastSeen(Prisma.sql`c."userId"`, Prisma.sql`c."questionId"`)}) seen ON true
    WHERE c."phase" <> 'new' AND seen."revision" < corrected.revision
    ORDER BY c."userId"`
  return byPerson(rows)
}

function byPerson(rows: unknown): ReadonlyMap<UserId, readonly QuestionId[]> {
  const groups = groupBy(z.array(learnedRow).parse(rows), ({ userId }) => userId)
  return new Map([...groups].map(([id, all]) => [id, all.map(({ questionId }) => questionId)]))
}

/** Who has one of these questions in review, person by person. */
export async function knownBy(
  questionIds: readonly QuestionId[],
): Promise<ReadonlyMap<UserId, readonly QuestionId[]>> {
  const rows = await database().$queryRaw`
    SELECT "userId", "questionId" FROM "Card"
    WHERE "questionId" = ANY(${[...questionIds]}::text[]) AND "phase" = 'review'
    ORDER BY "userId"`
  return byPerson(rows)
}

/** What a person last answered of a question, and what it asked then; null if that is not known. */
export type LastSeen = { readonly revision: number; readonly prompt: string | null }

const seenRows = z.array(
  z.object({
    id: z.string().transform(asQuestionId),
    revision: z.number(),
    prompt: z.string().nullable(),
  }),
)

/** What a person last answered of each of these questions; none where they never did. */
export async function lastSeenOf(
  userId: UserId,
  questionIds: readonly QuestionId[],
): Promise<ReadonlyMap<QuestionId, LastSeen>> {
  if (questionIds.length === 0) return new Map()
  const seen = await readOne(seenIn(userId, questionIds))
  return new Map(seen.map(({ id, ...last }) => [id, last]))
}

const seenIn = (userId: UserId, questionIds: readonly QuestionId[]) => reading(seenRows.parse)`
  SELECT coalesce(json_agg(json_build_object(
    'id', asked.id, 'revision', seen."revision", 'prompt', was."prompt")), '[]')
  FROM unnest(${[...questionIds]}::text[]) AS asked(id)
  JOIN LATERAL (${lastSeen(Prisma.sql`${userId}::uuid`, Prisma.sql`asked.id`)}) seen ON true
  LEFT JOIN LATERAL (
    SELECT r."prompt" FROM "QuestionRevision" r
    WHERE r."questionId" = asked.id AND r."revision" <= seen."revision"
    ORDER BY r."revision" DESC LIMIT 1
  ) was ON true`

/** The revision of the last answer that stands. */
const lastSeen = (userId: Prisma.Sql, questionId: Prisma.Sql) => Prisma.sql`
  SELECT e."revision" FROM "ReviewEvent" e
  WHERE e."userId" = ${userId} AND e."questionId" = ${questionId} AND e."kind" = 'grade'
    AND ${notUndone()}
  ORDER BY e."at" DESC, e."id" DESC LIMIT 1`
