import { type LookAlikes, lookAlikesIn } from '../course/look-alikes'
import { incomplete, right, rightButSlipped, wrong } from './decide'
import { joined, typedReadings } from './normalise'
import { slipOfThePen } from './slip-of-the-pen'
import { misspeltDates } from './typed-date'
import { asksForYears } from './typed-years'
import type { Verdict } from './verdict'

type TypedQuestion = {
  readonly answer: string
  readonly accept: readonly string[]
  /** Wrong forms, each with what to say of it. */
  readonly near: readonly { readonly text: string; readonly note: string }[]
}

type Words = readonly string[]

/** Cloze and text: accepted forms, then the question's own near-misses, then slips of the pen. */
export function gradeTyped(question: TypedQuestion, text: string): Verdict {
  const listed = [question.answer, ...question.accept]
  const years = asksForYears(listed)
  const readings = (of: string) => typedReadings(of, { years })
  const typed = readings(text)
  if (typed.every((words) => words.length === 0)) return incomplete('Type an answer first.')

  const forms = (of: string) => [...readings(of), ...readings(withoutBrackets(of))]
  const accepted = listed.flatMap(forms).filter((words) => words.length > 0)
  const alphabet = otherAlphabet(text, listed)
  if (accepted.some((form) => typed.some((words) => same(words, form)))) {
    return right(
      alphabet === null
        ? 'Right.'
        : `Right, though some of its letters are ${alphabet.script} ones that look the same.`,
    )
  }

  const near = closest(typed, question.near, ({ text: form }) => readings(form))
  if (near !== null && near.slips === 0) return wrong(near.item.note)

  if (accepted.some((form) => typed.some((words) => isDayOf(words, form)))) {
    return right(`Right: ${question.answer}. The day was not asked for and is not checked.`)
  }

  // A foreign word that only resembles the answer is another word, not a slip of the pen.
  const slipped = alphabet?.wholeWord === true ? null : closest(typed, accepted, (form) => [form])
  const misspelt = misspeltDates(text).some((date) => accepted.some((form) => same([date], form)))
  if (misspelt || (slipped !== null && (near === null || slipped.slips < near.slips))) {
    return rightButSlipped(`Right, except for the spelling: “${question.answer}”.`)
  }
  return wrong(near?.item.note ?? `The answer is “${question.answer}”.`)
}

const withoutBrackets = (text: string) => text.replace(/\([^)]*\)/g, ' ')

/** Letters of another alphabet than the answer is written in. */
function otherAlphabet(text: string, listed: readonly string[]): LookAlikes | null {
  const found = lookAlikesIn(text)
  return listed.some((form) => lookAlikesIn(form)?.script === found?.script) ? null : found
}

const same = (a: Words, b: Words) => joined(a) === joined(b)

/** Whether one is a day and the other the month that it lies in. */
const isDayOf = ([day = '']: Words, [month = '', ...rest]: Words) =>
  rest.length === 0 && /^\d{4}-\d\d$/.test(month) && day.startsWith(`${month}-`)

type Close<T> = { readonly item: T; readonly slips: number } | null

/** The item with the fewest slips of the pen; null when what was typed is none of them. */
function closest<T>(
  typed: readonly Words[],
  items: readonly T[],
  readingsOf: (item: T) => readonly Words[],
): Close<T> {
  let best: Close<T> = null
  for (const item of items) {
    for (const form of readingsOf(item)) {
      for (const words of typed) {
        const slips = same(words, form) ? 0 : slipOfThePen(words, form)
        if (slips !== null && (best === null || slips < best.slips)) best = { item, slips }
      }
    }
  }
  return best
}
