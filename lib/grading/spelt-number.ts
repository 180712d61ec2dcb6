import { NUMBER_WORDS } from '../course/number-words'

const UNITS: ReadonlyMap<string, number> = new Map(NUMBER_WORDS.map((word, value) => [word, value]))
const TENS: ReadonlyMap<string, number> = new Map(
  ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'].map((word, at) => [
    word,
    (at + 2) * 10,
  ]),
)
const SCALES: ReadonlyMap<string, number> = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
])

const smallNumber = (word: string): number | undefined =>
  /^\d{1,2}$/.test(word) ? Number(word) : (TENS.get(word) ?? UNITS.get(word))

/**
 * The number that stands in words from `from` on, and after how many words it ends: `twenty five`,
 * `two hundred and six`, `one thousand five hundred`. Null where none begins. Words up to twelve may
 * be figures already, as in a normal form.
 */
export function speltNumber(
  words: readonly string[],
  from: number,
): { readonly value: number; readonly length: number } | null {
  let total = 0
  let part: number | null = null
  let at = from
  let end = from
  for (; at < words.length; at += 1) {
    const word = words[at] ?? ''
    const value = smallNumber(word)
    const scale = SCALES.get(word)
    if (word === 'and' && part !== null && part % 100 === 0 && part > 0) continue
    if (value !== undefined && fits(part, value, words[at - 1])) part = (part ?? 0) + value
    else if (word === 'hundred' && part !== null && part > 0 && part < 20) part *= 100
    else if (scale !== undefined && part !== null && part > 0) {
      total += part * scale
      part = 0
    } else break
    end = at + 1
  }
  return part === null ? null : { value: total + part, length: end - from }
}

/** `five` after `twenty`, `thirty` or `six` after `hundred`, but not `six` after `five`. */
function fits(part: number | null, value: number, before: string | undefined): boolean {
  if (part === null) return true
  if (value === 0) return false
  return part % 100 === 0 || (TENS.has(before ?? '') && value < 10)
}
