import { joined, typedWords } from '../grading/normalise'
import type { Answer } from '../kinds/types'
import { typedIn } from './appeal'
import type { DrawnQuestion } from './drawn-question'

type Given = { readonly drawn: DrawnQuestion; readonly answer: Answer }

/** Whether two people typed the same to the same question, so that one decision can hold for both. */
export function isSameAnswer(one: Given, other: Given): boolean {
  const a = one.drawn.question
  const b = other.drawn.question
  const [left, right] = [typedIn(one.answer), typedIn(other.answer)]
  if (left === null || right === null || a.id !== b.id || a.revision !== b.revision) return false
  return joined(typedWords(left)) === joined(typedWords(right))
}
