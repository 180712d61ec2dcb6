import { NUMBER_WORDS } from './number-words'

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
  [/\b(\w+)our\b/g, '$1or'],
]

/** Larger numbers are written in figures. */
const LARGEST_WORD = 12
const FIGURES: ReadonlyMap<string, string> = new Map(
  NUMBER_WORDS.slice(0, LARGEST_WORD + 1).map((word, number) => [word, String(number)]),
)

/**
 * What is left of a text when case, accents, punctuation, articles and spelling habits do not
 * count: words with one space between. Only for comparing, never for showing.
 */
export function normalForm(text: string): string {
  let form = text
    .replace(/(\d)[,\u00a0\u2009\u202f](?=\d{3}(?!\d))/g, '$1')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘`´]s\b/g, '')
    .replace(/['’‘`´]/g, '')
    .replace(/%/g, ' percent ')
    .replace(/(\d)\.(?=\d)/g, '$1point')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  for (const [spelling, same] of SPELLINGS) form = form.replace(spelling, same)
  return form
    .split(' ')
    .filter((word) => word !== 'the' && word !== 'a' && word !== 'an')
    .map((word) => FIGURES.get(word) ?? word)
    .join(' ')
}

/** Whether `phrase` occurs in `text` as whole words. An empty phrase occurs nowhere. */
export function holdsPhrase(text: string, phrase: string): boolean {
  const words = normalForm(phrase)
  return words !== '' && ` ${normalForm(text)} `.includes(` ${words} `)
}
