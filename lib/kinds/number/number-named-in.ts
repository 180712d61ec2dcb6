import { normalForm } from '../../course/normal-form'

/** Up to here a number is common in dates and counts: it tells only beside its unit. */
const COMMON_UP_TO = 31

/** Whether a prompt states the number asked for, alone or (a small one) with its unit. */
export function numberNamedIn(prompt: string, answer: number, unit: string): boolean {
  const words = normalForm(prompt).split(' ')
  const number = normalForm(String(answer))
  const [unitWord = ''] = normalForm(unit).split(' ')
  return words.some(
    (word, i) =>
      word === number &&
      (Math.abs(answer) > COMMON_UP_TO || stem(words[i + 1] ?? '') === stem(unitWord)),
  )
}

const stem = (word: string): string => word.replace(/e?s$/, '')
