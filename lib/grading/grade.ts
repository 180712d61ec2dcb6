import type { Question } from '../course/types'
import type { Answer } from './answer'
import { gradeChoice } from './choice'
import { incomplete } from './decide'
import { gradeMatch } from './match'
import { gradeNumber } from './number'
import { gradeOrder } from './order'
import { gradePicks } from './picks'
import { gradeTyped } from './typed'
import type { Verdict } from './verdict'

/**
 * Grades what a learner gave. Throws nothing: what is not (yet) an answer, one of another kind
 * included, is `incomplete`. Never proposes Easy: only the learner knows how easy it was.
 */
export function grade(question: Question, answer: Answer): Verdict {
  switch (question.kind) {
    case 'flash':
      return answer.kind === 'flash' ? { outcome: 'self' } : OTHER_KIND
    case 'cloze':
    case 'text':
      return answer.kind === question.kind ? gradeTyped(question, answer.text) : OTHER_KIND
    case 'choice':
      return answer.kind === 'choice' ? gradeChoice(question, answer.option) : OTHER_KIND
    case 'multi': {
      if (answer.kind !== 'multi') return OTHER_KIND
      const offered = [...question.answers, ...question.distractors]
      return gradePicks(answer.options, { answers: question.answers, offered, what: 'options' })
    }
    case 'order':
      return answer.kind === 'order' ? gradeOrder(question, answer.items) : OTHER_KIND
    case 'match':
      return answer.kind === 'match' ? gradeMatch(question, answer.pairs) : OTHER_KIND
    case 'number':
      return answer.kind === 'number' ? gradeNumber(question, answer.text) : OTHER_KIND
    case 'map':
      if (answer.kind !== 'map') return OTHER_KIND
      return gradePicks(answer.states, {
        answers: question.answers,
        offered: question.candidates,
        what: 'states',
      })
  }
}

const OTHER_KIND = incomplete('This answer belongs to another kind of question.')
