import 'server-only'
import { uuidv7 } from 'uuidv7'
import { deleteNote, insertNote } from '../../db/cohort/instructor-notes'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { AppError } from '../../kernel/app-error'
import { isUuid, type UserId } from '../../kernel/ids'
import { severalLines } from '../../kernel/visible-text'
import type { OpenCohortScope } from '../scope'
import { learnerOf } from './learner-of'

const LONGEST = 4000

/**
 * Adds a note that the instructors of the cohort can read and the learner cannot. Throws not_found,
 * invalid_input.
 */
export async function writeNote(
  scope: OpenCohortScope,
  input: { readonly userId: UserId; readonly text: string; readonly now: number },
): Promise<void> {
  const { cohort, viewer } = scope
  const learner = await learnerOf(scope, input.userId)
  const text = severalLines(input.text)
  if (text === '' || text.length > LONGEST) {
    throw new AppError(
      'invalid_input',
      `Enter a note of at most ${LONGEST} characters. Nothing was saved.`,
    )
  }
  const note = { id: uuidv7(), authorId: viewer.id, text, at: input.now }
  const detail = { user: learner.id, cohort: cohort.id, noteId: note.id, note: text }
  await together(async () => {
    await insertNote(cohort.id, learner.id, note)
    await recordAudit({ at: input.now, actorId: viewer.id, kind: 'note_written', detail })
  })
}

/** Deletes a note that the viewer wrote. Throws not_found. */
export async function removeNote(
  { cohort, viewer }: OpenCohortScope,
  { noteId, now }: { readonly noteId: string; readonly now: number },
): Promise<void> {
  await together(async () => {
    const gone = isUuid(noteId) ? await deleteNote(cohort.id, viewer.id, noteId) : null
    if (!gone) throw new AppError('not_found', 'You have no such note. Nothing was deleted.')
    const detail = { user: gone.userId, cohort: cohort.id, noteId, noteBefore: gone.text }
    await recordAudit({ at: now, actorId: viewer.id, kind: 'note_deleted', detail })
  })
}
