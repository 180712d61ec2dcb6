import 'server-only'
import { z } from 'zod'
import { type Change, type CourseDraft, DRAFT_STATES } from '../../authoring/draft'
import { asUserId, type UserId } from '../../kernel/ids'
import { database } from '../connection/client'

const fields = z.record(z.string(), z.unknown()).nullable()

const changes: z.ZodType<readonly Change[]> = z.array(
  z.object({
    path: z.string(),
    list: z.string().nullable(),
    id: z.string(),
    base: fields,
    mine: fields,
  }),
)

const person = z.string().transform(asUserId)
const instant = z.date().transform((date) => date.getTime())

const draftRow: z.ZodType<CourseDraft> = z.object({
  id: z.string(),
  title: z.string(),
  authorId: person,
  writerIds: z.array(person),
  state: z.enum(DRAFT_STATES),
  courseId: z.string(),
  baseVersion: z.number(),
  revision: z.number(),
  changes,
  reviewerId: person.nullable(),
  comment: z.string().nullable(),
  publishedVersion: z.number().nullable(),
  createdAt: instant,
  changedAt: instant,
})

export async function insertDraft(
  draft: Pick<CourseDraft, 'id' | 'title' | 'authorId' | 'courseId' | 'baseVersion'>,
  now: number,
): Promise<void> {
  const at = new Date(now)
  await database().courseDraft.create({ data: { ...draft, createdAt: at, changedAt: at } })
}

export async function findDraft(id: string): Promise<CourseDraft | null> {
  const row = await database().courseDraft.findUnique({ where: { id } })
  return row && draftRow.parse(row)
}

/** The same, and nobody else changes it until the end of the transaction. Within `together`. */
export async function lockDraft(id: string): Promise<CourseDraft | null> {
  await database().$executeRaw`SELECT 1 FROM "CourseDraft" WHERE "id" = ${id}::uuid FOR UPDATE`
  return findDraft(id)
}

/** The last changed first, those that are done among them up to `most`. */
export async function listDrafts(most: number): Promise<readonly CourseDraft[]> {
  const rows = await database().courseDraft.findMany({
    orderBy: [{ changedAt: 'desc' }, { id: 'desc' }],
    take: most,
  })
  return rows.map((row) => draftRow.parse(row))
}

type Changed = Partial<
  Pick<CourseDraft, 'state' | 'changes' | 'writerIds' | 'reviewerId' | 'comment'>
>

/** Raises the revision. */
export async function changeDraft(id: string, change: Changed, now: number): Promise<void> {
  const { changes: given, writerIds, ...rest } = change
  await database().courseDraft.update({
    where: { id },
    data: {
      ...rest,
      ...(writerIds === undefined ? {} : { writerIds: [...writerIds] }),
      ...(given === undefined ? {} : { changes: JSON.parse(JSON.stringify(given)) }),
      revision: { increment: 1 },
      changedAt: new Date(now),
    },
  })
}

/** Accounts besides these that may review: instructors and administrators who can sign in. */
export const countReviewers = (besides: readonly UserId[]): Promise<number> =>
  database().user.count({
    where: { id: { notIn: [...besides] }, role: { in: ['instructor', 'admin'] }, disabledAt: null },
  })

/**
 * Closes a draft that is published. Returns false, and leaves it as it is, when somebody has changed it or
 * decided about it since `revision`.
 */
export async function finishDraft(
  id: string,
  revision: number,
  published: { readonly version: number; readonly reviewerId: UserId },
  now: number,
): Promise<boolean> {
  const { version, reviewerId } = published
  const { count } = await database().courseDraft.updateMany({
    where: { id, revision, state: 'review' },
    data: {
      state: 'published',
      publishedVersion: version,
      reviewerId,
      revision: { increment: 1 },
      changedAt: new Date(now),
    },
  })
  return count > 0
}
