import 'server-only'
import { z } from 'zod'
import type { InstructorNote } from '../../cohort/instructor-note'
import { asUserId, type CohortId, type UserId } from '../../kernel/ids'
import { database } from '../connection/client'
import { type Reading, reading } from '../connection/read-together'

const noteRow: z.ZodType<InstructorNote> = z.object({
  id: z.string(),
  authorId: z.string().transform(asUserId),
  text: z.string(),
  at: z.number(),
})

/** Newest first. */
export const notesOn = (cohortId: CohortId, userId: UserId): Reading<InstructorNote[]> =>
  reading((json) => z.array(noteRow).parse(json))`
    SELECT coalesce(json_agg(json_build_object('id', n."id", 'authorId', n."authorId",
      'text', n."text", 'at', (extract(epoch FROM n."at") * 1000)::int8)
      ORDER BY n."at" DESC, n."id" DESC), '[]')
    FROM "InstructorNote" n
    WHERE n."cohortId" = ${cohortId}::uuid AND n."userId" = ${userId}::uuid`

export async function insertNote(
  cohortId: CohortId,
  userId: UserId,
  note: InstructorNote,
): Promise<void> {
  await database().instructorNote.create({
    data: { cohortId, userId, ...note, at: new Date(note.at) },
  })
}

/** What it said, and of whom. Null when this author wrote no such note in this cohort. */
export async function deleteNote(
  cohortId: CohortId,
  authorId: UserId,
  id: string,
): Promise<{ readonly userId: UserId; readonly text: string } | null> {
  const where = { id, cohortId, authorId }
  const note = await database().instructorNote.findFirst({ where })
  const { count } = await database().instructorNote.deleteMany({ where })
  return note && count > 0 ? { userId: asUserId(note.userId), text: note.text } : null
}
