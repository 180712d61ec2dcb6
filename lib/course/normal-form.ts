import { NUMBER_WORDS } from './number-words'
import { plainCharacters } from './plain-characters'

/** Spellings that mean the same: the left one is written, the right one is compared. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\bco operat/g, 'cooperat'],
  [/\bco ordinat/g, 'coordinat'],
  [/\banti terror/g, 'antiterror'],
  [/\bcounter terror/g, 'counterterror'],
  [/\bcounter narcot/g, 'counternarcot'],
  [/\b(\w{3,})is(ation|ations|ed|es|ing|e)\b/g, '$1iz$2'],
  [/\b(\w+)enc(e|es)\b/g, '$1ens$2'],
  [/\buyghur/g, 'uighur'],
  [/\bper cent\b/g, 'percent'],
  [/\bcentre(s?)\b/g, 'center$1'],
  // Not `four` or `hour`.
  [/\b(\w{2,})our\b/g, '$1or'],
]

/** Larger numbers are written in figures. */
const LARGEST_WORD = 12
const FIGURES: ReadonlyMap<string, string> = new Map(
  NUMBER_WORDS.slice(0, LARGEST_WORD + 1).map((word, number) => [word, String(number)]),
)
const ARTICLES = new Set(['the', 'a', 'an'])

/**
 * What is left of a text when case, accents, punctuation, articles, spelling habits and the
 * characters it is typed in do not count: words with one space between. Only for comparing, never
 * for showing. The normal form of a normal form is itself.
 */
export function normalForm(text: string): string {
  let form = plainCharacters(text)
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .toLowerCase()
    // A capital sigma becomes one of two small ones.
    .replace(/ς/g, 'σ')
    .replace(/'s\b/g, '')
    .replace(/'/g, '')
    .replace(/%/g, ' percent ')
    .replace(/(\d)\.(?=\d)/g, '$1point')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .split(' ')
    .filter((word) => word !== '' && !ARTICLES.has(word))
    .join(' ')
  for (const [spelling, same] of SPELLINGS) form = form.replace(spelling, same)
  return form
    .split(' ')
    .map((word) => FIGURES.get(word) ?? word)
    .join(' ')
}

/** Whether `phrase` occurs in `text` as whole words. An empty phrase occurs nowhere. */
export function holdsPhrase(text: string, phrase: string): boolean {
  const words = normalForm(phrase)
  return words !== '' && ` ${normalForm(text)} `.includes(` ${words} `)
}
