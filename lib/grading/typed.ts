import { incomplete, right, rightButSlipped, wrong } from './decide'
import { joined, typedWords } from './normalise'
import { slipOfThePen } from './slip-of-the-pen'
import type { Verdict } from './verdict'

type TypedQuestion = {
  readonly answer: string
  readonly accept: readonly string[]
  /** Wrong forms, each with what to say of it. */
  readonly near: readonly { readonly text: string; readonly note: string }[]
}

/** Cloze and text: accepted forms, then the question's own near-misses, then slips of the pen. */
export function gradeTyped(question: TypedQuestion, text: string): Verdict {
  const typed = typedWords(text)
  if (typed.length === 0) return incomplete('Type an answer first.')

  const accepted = [question.answer, ...question.accept].flatMap(forms)
  if (accepted.some((form) => same(typed, form))) return right('Right.')

  const near = closest(typed, question.near, ({ text: form }) => typedWords(form))
  if (near !== null && near.slips === 0) return wrong(near.item.note)

  const slipped = closest(typed, accepted, (form) => form)
  if (slipped !== null && (near === null || slipped.slips < near.slips)) {
    return rightButSlipped(`Right, except for the spelling: “${question.answer}”.`)
  }
  return wrong(near?.item.note ?? `The answer is “${question.answer}”.`)
}

/** A text as it stands, and without what it adds in brackets. */
function forms(text: string): readonly (readonly string[])[] {
  const withoutBrackets = typedWords(text.replace(/\([^)]*\)/g, ' '))
  return withoutBrackets.length === 0 ? [typedWords(text)] : [typedWords(text), withoutBrackets]
}

const same = (a: readonly string[], b: readonly string[]) => joined(a) === joined(b)

type Close<T> = { readonly item: T; readonly slips: number } | null

/** The item with the fewest slips of the pen; null when what was typed is none of them. */
function closest<T>(
  typed: readonly string[],
  items: readonly T[],
  wordsOf: (item: T) => readonly string[],
): Close<T> {
  let best: Close<T> = null
  for (const item of items) {
    const words = wordsOf(item)
    const slips = same(typed, words) ? 0 : slipOfThePen(typed, words)
    if (slips !== null && (best === null || slips < best.slips)) best = { item, slips }
  }
  return best
}
