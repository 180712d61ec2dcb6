import 'server-only'
import type { InstructorNote } from '../../cohort/instructor-note'
import { asUserId, type CohortId, type UserId } from '../../kernel/ids'
import { database } from '../connection/client'

/** Newest first. */
export async function notesOn(cohortId: CohortId, userId: UserId): Promise<InstructorNote[]> {
  const rows = await database().instructorNote.findMany({
    where: { cohortId, userId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  return rows.map(({ id, authorId, text, at }) => ({
    id,
    authorId: asUserId(authorId),
    text,
    at: at.getTime(),
  }))
}

export async function insertNote(
  cohortId: CohortId,
  userId: UserId,
  note: InstructorNote,
): Promise<void> {
  await database().instructorNote.create({
    data: { cohortId, userId, ...note, at: new Date(note.at) },
  })
}

/** False when this author wrote no such note in this cohort. */
export async function deleteNote(
  cohortId: CohortId,
  authorId: UserId,
  id: string,
): Promise<boolean> {
  const { count } = await database().instructorNote.deleteMany({
    where: { id, cohortId, authorId },
  })
  return count > 0
}
