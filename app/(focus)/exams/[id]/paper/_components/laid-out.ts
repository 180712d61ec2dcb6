import type { StateNames } from '@/app/_study/answers/state-names'
import type { PaperQuestion } from '@/lib/exam/paper'
import type { Shown } from '@/lib/grading/shuffle-options'

/** A question of a paper as the answer fields of the review take it. */
export function laidOut(question: PaperQuestion): { shown: Shown; stateNames: StateNames } {
  return { shown: shownOf(question), stateNames: namesOf(question) }
}

function shownOf(question: PaperQuestion): Shown {
  switch (question.kind) {
    case 'cloze':
    case 'text':
    case 'number':
      return { kind: question.kind }
    case 'choice':
    case 'multi':
      return { kind: question.kind, options: question.options }
    case 'order':
      return { kind: 'order', items: question.items }
    case 'match':
      return { kind: 'match', lefts: question.lefts, rights: question.rights }
    case 'map':
      return { kind: 'map', candidates: question.states.map(({ id }) => id) }
  }
}

const namesOf = (question: PaperQuestion): StateNames =>
  question.kind === 'map'
    ? Object.fromEntries(
        question.states.map(({ id, name, isoNumeric }) => [id, { name, isoNumeric }]),
      )
    : {}
