import { holdsPhrase, normalForm } from '../../course/normal-form'

/** `US` and `CSTO` are looked for as written, so that the word "us" names nobody. */
const ACRONYM = /^[A-Z]{2,5}$/

/** Whether a prompt names an answer as whole words. Single characters name nothing. */
export function namedIn(prompt: string, answer: string): boolean {
  const phrase = answer.trim()
  if (normalForm(phrase).length < 2) return false
  if (ACRONYM.test(phrase)) return new RegExp(`(?<![\\w])${phrase}(?![\\w])`).test(prompt)
  return holdsPhrase(prompt, phrase)
}

/** Whether a prompt offers the answer as one of two: `the army or the navy`, `China or Russia`. */
export function offeredIn(prompt: string, answer: string): boolean {
  const words = normalForm(answer)
  return (
    ` ${normalForm(prompt)} `.includes(` or ${words} `) ||
    ` ${normalForm(prompt)} `.includes(` ${words} or `)
  )
}
