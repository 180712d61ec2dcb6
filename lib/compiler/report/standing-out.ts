import { lookUp } from '../../course/look-up'
import type { Catalogue } from '../../course/types'
import type { QuestionId } from '../../kernel/ids'
import { type OneOf, optionsOfOne } from './question-balance'

/** A question whose options tell by their form alone which of them is right. */
export type StandingOut = { readonly question: QuestionId; readonly why: string }

/** Beyond these, as a share of the longest or the shortest wrong option, a length catches the eye. */
const BOUNDS = { longest: 1.15, shortest: 0.8 }
/** Between short words a letter or two makes a large share, and nobody sees it. */
const LEAST_LETTERS = 4

/** The questions of one right option that can be answered without knowing anything. */
export function standingOut(catalogue: Catalogue): readonly StandingOut[] {
  const { nameOf } = lookUp(catalogue)
  return catalogue.questions.flatMap((question) => {
    const options = optionsOfOne(question, nameOf)
    if (options === null) return []
    const why = loneAnswerWord(options) ?? tellingLength(options)
    return why === null ? [] : [{ question: question.id, why }]
  })
}

/** Among three options or more, a Yes or No that no other option begins with is a hint. */
function loneAnswerWord({ right, wrong }: OneOf): string | null {
  const words = [right, ...wrong].flatMap(
    (option) => option.match(/^(Yes|No)(?=[,;:.]|$)/)?.[1] ?? [],
  )
  if (wrong.length < 2) return null
  const lone = ['Yes', 'No'].find((word) => words.filter((one) => one === word).length === 1)
  return lone === undefined ? null : `one option alone begins with ${lone}`
}

function tellingLength({ right, wrong }: OneOf): string | null {
  const lengths = wrong.map(({ length }) => length)
  const [longest, shortest] = [Math.max(...lengths), Math.min(...lengths)]
  const of = (length: number) => `${Math.round((100 * right.length) / length)} % as long`
  if (right.length > BOUNDS.longest * longest && right.length - longest >= LEAST_LETTERS) {
    return `the right option is ${of(longest)} as the longest of the others`
  }
  if (right.length < BOUNDS.shortest * shortest && shortest - right.length >= LEAST_LETTERS) {
    return `the right option is ${of(shortest)} as the shortest of the others`
  }
  return null
}
