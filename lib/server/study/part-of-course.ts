import 'server-only'
import type { Question } from '../../course/types'
import { AppError } from '../../kernel/app-error'
import { questionsIn } from '../../review/daily-queue'
import type { StudyState } from '../../review/study-state'

/** Questions of a module or topic, of the whole course for null. Throws invalid_input when there is no such thing. */
export function requirePart(state: StudyState, part: string | null): readonly Question[] {
  const questions = questionsIn(state, part)
  if (part === null || questions.length > 0) return questions
  throw new AppError(
    'invalid_input',
    'The course has no such deck or topic. Open a deck from the course page.',
  )
}
