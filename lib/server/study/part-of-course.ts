import 'server-only'
import type { Question } from '../../course/types'
import { NOTHING, type Reading } from '../../db/connection/read-together'
import { AppError } from '../../kernel/app-error'
import { readScope, type StudyScope } from '../../review/custom-study'
import { questionsIn } from '../../review/daily-queue'
import { filteredQuestions, NO_MARKS, type QuestionMarks } from '../../review/question-filter'
import type { StudyState } from '../../review/study-state'
import type { LearnerScope } from '../scope'
import { marksIn } from './marks-in'

/** What the text of a session asks for. Throws invalid_input. */
export function requireScope(text: string | null): StudyScope {
  const wanted = readScope(text)
  if (wanted !== null) return wanted
  throw new AppError('invalid_input', 'Nobody can study so many days ahead. Choose fewer days.')
}

/** What must be read of the log to know the questions of a session. */
export const marksFor = async (
  scope: LearnerScope,
  wanted: StudyScope,
): Promise<Reading<QuestionMarks | null>> =>
  wanted.kind === 'filter' ? marksIn(scope, wanted.filter) : NOTHING

/** Questions of a module, topic or lesson, of a filter, or of the whole course. Throws invalid_input when there is no such thing. */
export function questionsOf(
  state: StudyState,
  wanted: StudyScope,
  marks: QuestionMarks | null,
): readonly Question[] {
  switch (wanted.kind) {
    case 'ahead':
      return questionsIn(state, null)
    case 'filter':
      return filteredQuestions(state, marks ?? NO_MARKS, wanted.filter)
    case 'part': {
      const questions = questionsIn(state, wanted.part)
      if (wanted.part === null || questions.length > 0) return questions
      throw new AppError(
        'invalid_input',
        'The course has no such deck, topic or lesson. Open a deck from the course page.',
      )
    }
  }
}
