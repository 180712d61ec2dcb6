import type { Answer } from '@/lib/grading/answer'
import type { Rating } from '@/lib/memory/state'
import type { SubmittedEvent } from '@/lib/review/event'
import type { StateNames } from '../_answers/state-names'

const RATINGS: Record<Rating, string> = { 1: 'Again', 2: 'Hard', 3: 'Good', 4: 'Easy' }

/** What the learner had done, in words: `Good, “June 2001”`. */
export function givenWords(event: SubmittedEvent, stateNames: StateNames): string {
  switch (event.kind) {
    case 'grade': {
      const given = answerWords(event.answer, stateNames)
      return given === '' ? RATINGS[event.rating] : `${RATINGS[event.rating]}, “${given}”`
    }
    case 'undo':
      return 'Undo of an answer'
    case 'bury':
      return 'Bury until tomorrow'
    case 'suspend':
      return 'Suspend'
    case 'unsuspend':
      return 'Take up again'
    case 'reset':
      return 'Start afresh'
    case 'flag':
      return `Flag, “${event.comment}”`
  }
}

export function answerWords(answer: Answer | null, stateNames: StateNames): string {
  switch (answer?.kind) {
    case undefined:
    case 'flash':
      return ''
    case 'cloze':
    case 'text':
    case 'number':
      return answer.text
    case 'choice':
      return answer.option
    case 'multi':
      return answer.options.join('; ')
    case 'order':
      return answer.items.join('; ')
    case 'match':
      return answer.pairs.map(({ left, right }) => `${left}: ${right}`).join('; ')
    case 'map':
      return answer.states.map((id) => stateNames[id]?.name ?? id).join(', ')
  }
}
