import 'server-only'
import { uuidv7 } from 'uuidv7'
import { deleteNote, insertNote } from '../../db/cohort/instructor-notes'
import { AppError } from '../../kernel/app-error'
import { type CohortId, isUuid, type UserId } from '../../kernel/ids'
import { actor, assertInstructor, openCohortOf } from '../access'
import { analystOf } from './analyst-of'

const LONGEST = 4000

/** Seen by the cohort's instructors, not by the analyst. Throws not_allowed, not_found, invalid_input. */
export async function writeNote(input: {
  readonly actorId: UserId
  readonly cohortId: CohortId
  readonly userId: UserId
  readonly text: string
  readonly now: number
}): Promise<void> {
  const user = await actor(input.actorId)
  assertInstructor(user)
  const cohort = await openCohortOf(user, input.cohortId)
  const analyst = await analystOf(cohort.id, input.userId)
  const text = input.text.trim()
  if (text === '' || text.length > LONGEST) {
    throw new AppError(
      'invalid_input',
      `A note needs a text of at most ${LONGEST} characters. Nothing was saved.`,
    )
  }
  const note = { id: uuidv7(), authorId: user.id, text, at: input.now }
  await insertNote(cohort.id, analyst.id, note)
}

/** One's own only. Throws not_allowed, not_found. */
export async function removeNote(input: {
  readonly actorId: UserId
  readonly cohortId: CohortId
  readonly noteId: string
}): Promise<void> {
  const user = await actor(input.actorId)
  assertInstructor(user)
  const cohort = await openCohortOf(user, input.cohortId)
  if (isUuid(input.noteId) && (await deleteNote(cohort.id, user.id, input.noteId))) return
  throw new AppError('not_found', 'There is no such note of yours. Nothing was deleted.')
}
