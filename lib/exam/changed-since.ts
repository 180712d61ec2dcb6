import type { LookUp } from '../course/look-up'
import { meaningSince } from '../course/revisions'
import type { ExamQuestion } from './blueprint'
import type { DrawnQuestion } from './drawn-question'

/** Whether the meaning of a question was corrected, or it was withdrawn, since this revision of it. */
export function isChangedSince(
  { id, revision }: Pick<ExamQuestion, 'id' | 'revision'>,
  look: LookUp,
): boolean {
  const present = look.question(id)
  return present === undefined || meaningSince(present) > revision
}

/** How many of these questions changed since they were drawn. */
export const changedSince = (drawn: readonly DrawnQuestion[], look: LookUp): number =>
  drawn.filter(({ question }) => isChangedSince(question, look)).length
