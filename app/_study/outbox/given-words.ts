import { givenText } from '@/lib/kinds/given-text'
import type { Answer } from '@/lib/kinds/types'
import type { Rating } from '@/lib/memory/card/state'
import type { SubmittedEvent } from '@/lib/review/event'
import type { StateNames } from '../answers/state-names'

const RATINGS: Record<Rating, string> = { 1: 'Again', 2: 'Hard', 3: 'Good', 4: 'Easy' }

/** What the learner did, in words: `Good, “June 2001”`. */
export function givenWords(event: SubmittedEvent, stateNames: StateNames): string {
  switch (event.kind) {
    case 'grade': {
      const given = answerWords(event.answer, stateNames)
      return given === '' ? RATINGS[event.rating] : `${RATINGS[event.rating]}, “${given}”`
    }
    case 'undo':
      return 'Undo an answer'
    case 'bury':
      return 'Bury until tomorrow'
    case 'suspend':
      return 'Suspend'
    case 'unsuspend':
      return 'Resume'
    case 'reset':
      return 'Reset'
    case 'move':
      return 'Due on another day'
    case 'relearn':
      return 'Learn again'
    case 'retest':
      return 'Ask again soon'
    case 'flag':
      return `Flag: “${event.comment}”`
  }
}

export const answerWords = (answer: Answer | null, stateNames: StateNames): string =>
  answer === null ? '' : givenText(answer, (id) => stateNames[id]?.name ?? id)
