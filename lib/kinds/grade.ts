import { incomplete } from '../grading/decide'
import type { Verdict } from '../grading/verdict'
import { kindOf } from './kinds'
import type { Answer, ContentOf, QuestionKind } from './types'

/**
 * Grades what a learner gave. Throws nothing: what is not (yet) an answer, one of another kind
 * included, is `incomplete`. Never proposes Easy: only the learner knows how easy it was.
 */
export function grade(question: ContentOf<QuestionKind>, answer: Answer): Verdict {
  return answer.kind === question.kind
    ? kindOf(question.kind).grade(question, answer)
    : incomplete('This answer belongs to another kind of question.')
}
