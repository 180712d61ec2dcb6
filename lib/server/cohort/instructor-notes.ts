import 'server-only'
import { uuidv7 } from 'uuidv7'
import { deleteNote, insertNote } from '../../db/cohort/instructor-notes'
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
  await insertNote(cohort.id, learner.id, note)
}

/** Deletes a note that the viewer wrote. Throws not_found. */
export async function removeNote(
  { cohort, viewer }: OpenCohortScope,
  { noteId }: { readonly noteId: string },
): Promise<void> {
  if (isUuid(noteId) && (await deleteNote(cohort.id, viewer.id, noteId))) return
  throw new AppError('not_found', 'You have no such note. Nothing was deleted.')
}
