import type { Question } from '../course/types'
import { predictedRecall } from '../memory/card/retrievability'
import { cardOf, type StudyState } from './study-state'

/** How much of some questions is known today. */
export type Known = {
  readonly total: number
  /** Those that were answered at least once. */
  readonly seen: number
  /**
   * How many are expected to be recalled today: the sum of predicted recall, in which an unseen question
   * counts as 0. Every page that says “known” says this, rounded.
   */
  readonly known: number
}

export function knownOf(state: StudyState, questions: readonly Question[]): Known {
  let seen = 0
  let known = 0
  for (const question of questions) {
    const recall = predictedRecall(cardOf(state, question).state, state.today, state.model)
    if (recall === null) continue
    seen += 1
    known += recall
  }
  return { total: questions.length, seen, known }
}

export function knownInAll(parts: readonly Known[]): Known {
  const sum = (of: (part: Known) => number) => parts.reduce((total, part) => total + of(part), 0)
  return {
    total: sum(({ total }) => total),
    seen: sum(({ seen }) => seen),
    known: sum(({ known }) => known),
  }
}
