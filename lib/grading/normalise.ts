import { normalForm } from '../course/normal-form'
import { plainCharacters } from '../course/plain-characters'
import { ordinalsInFigures } from './ordinals'
import { speltNumber } from './spelt-number'
import { typedDates } from './typed-date'
import { yearSpan } from './typed-years'

/** Transliterations and spellings, beyond those the course itself calls equal. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\b(uygur|uigur|uighir)/g, 'uighur'],
  [/\bkirg(h?)i[zs]/g, 'kyrgyz'],
  [/\bkyrgyz republic\b/g, 'kyrgyzstan'],
  [/\btadzhik/g, 'tajik'],
  [/\bturkmenia\b/g, 'turkmenistan'],
  [/\bkazak(?!h)/g, 'kazakh'],
  [/\b(byelorussia|belorussia)/g, 'belarus'],
  [/\bandizhan/g, 'andijan'],
  [/\bsinkiang/g, 'xinjiang'],
  [/\brussian federation\b/g, 'russia'],
  [/\b(peoples? republic of china|prc)\b/g, 'china'],
  [/\b(united states of america|united states|u s a|u s|usa|us)\b/g, 'usa'],
  [/\b(\w*[iy])[sz](e|ed|es|ing|er|ers|ation|ations)\b/g, '$1z$2'],
  [/\b(\w{3,})our(s|ed|ing|able|hood|hoods|ly)\b/g, '$1or$2'],
  [/\b(\w{2,})(t|b)re(s?)\b/g, '$1$2er$3'],
  [/\b(\w{3,}?)l{2,}(ed|ing|er|ers)\b/g, '$1l$2'],
  [/\bprogramme(s?)\b/g, 'program$1'],
  [/\bpractis/g, 'practic'],
]

/** What is said around a year and adds nothing to it. */
const AROUND_YEAR = /^(?:in |during )?(?:year )?(\d{4})(?: ad| a d| ce| c e)?$/

/**
 * The words of a typed answer when case, accents, punctuation, articles, British or American
 * spelling, transliteration, the way of writing numbers and dates, and the characters it is typed in
 * do not count. Only for comparing, never for showing.
 */
export const typedWords = (text: string): readonly string[] => typedReadings(text)[0] ?? []

/** Every way to read the text. `years` is set where `2008-09` means two years, not a month. */
export function typedReadings(
  text: string,
  { years }: { readonly years: boolean } = { years: false },
): readonly (readonly string[])[] {
  const span = years ? yearSpan(text) : null
  if (span !== null) return [span]
  const dates = typedDates(text)
  if (dates.length > 0) return dates.map((date) => [date])
  const plain = plainCharacters(text)
  const short = /^\s*'(\d\d)\s*$/.exec(plain)?.[1]
  if (short !== undefined) return [[`20${short}`], [`19${short}`]]
  return [wordsOf(plain)]
}

function wordsOf(plain: string): readonly string[] {
  let form = normalForm(plain.replace(/&/g, ' and '))
    .replace(/(\d) (?=\d{3}(?!\d))/g, '$1')
    .replace(AROUND_YEAR, '$1')
  for (const [spelling, same] of SPELLINGS) form = form.replace(spelling, same)
  const words = ordinalsInFigures(form)
    .split(' ')
    .filter((word) => word !== '')
  return withoutTo(inFigures(words))
}

const TO = new Set(['to', 'through', 'till', 'until'])

/** `20 to 25` as `20-25` is read, also after its numbers were words. */
const withoutTo = (words: readonly string[]): readonly string[] =>
  words.filter((word, at) => {
    const isBetween = /\d$/.test(words[at - 1] ?? '') && /^\d/.test(words[at + 1] ?? '')
    return !(TO.has(word) && isBetween)
  })

function inFigures(words: readonly string[]): readonly string[] {
  const figures: string[] = []
  for (let at = 0; at < words.length; ) {
    const number = speltNumber(words, at)
    figures.push(number === null ? (words[at] ?? '') : String(number.value))
    at += number?.length ?? 1
  }
  return figures
}

/** Words written together: `co-operation` is `cooperation`. Figures stay apart. */
export function joined(words: readonly string[]): string {
  return words.join(' ').replace(/(?<!\d) | (?!\d)/g, '')
}

/** Whether two texts say the same in different spelling. */
export function sameText(a: string, b: string): boolean {
  return joined(typedWords(a)) === joined(typedWords(b))
}
