import type { Answer } from '../grading/answer'
import type { PaperQuestion } from './paper'

/** Whether something stands there that can be graded: not an emptied field or a pair left open. */
export function isGiven(question: PaperQuestion, answer: Answer | undefined): boolean {
  switch (answer?.kind) {
    case undefined:
    case 'flash':
      return false
    case 'cloze':
    case 'text':
    case 'number':
      return answer.text.trim() !== ''
    case 'choice':
      return answer.option !== ''
    case 'multi':
      return answer.options.length > 0
    case 'order':
      return question.kind === 'order' && answer.items.length === question.items.length
    case 'match':
      return question.kind === 'match' && answer.pairs.length === question.lefts.length
    case 'map':
      return answer.states.length > 0
  }
}
