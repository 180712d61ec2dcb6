import { normalForm } from '../course/normal-form'
import { typedDate } from './typed-date'

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
  [/\b(\w{3,})ll(ed|ing|er|ers)\b/g, '$1l$2'],
  [/\bprogrammes?\b/g, 'program'],
  [/\bpractis/g, 'practic'],
]

const ORDINALS: ReadonlyMap<string, string> = new Map(
  [
    'first',
    'second',
    'third',
    'fourth',
    'fifth',
    'sixth',
    'seventh',
    'eighth',
    'ninth',
    'tenth',
  ].map((word, index) => [word, `${index + 1}${['st', 'nd', 'rd'][index] ?? 'th'}`]),
)

/**
 * The words of a typed answer when case, accents, punctuation, articles, British or American
 * spelling, transliteration and the way of writing numbers and dates do not count. Only for
 * comparing, never for showing.
 */
export function typedWords(text: string): readonly string[] {
  const date = typedDate(text)
  if (date !== null) return [date]
  let form = normalForm(text.replace(/&/g, ' and ')).replace(/(\d) (?=\d{3}(?!\d))/g, '$1')
  for (const [spelling, same] of SPELLINGS) form = form.replace(spelling, same)
  return form
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ORDINALS.get(word) ?? word)
}

/** Words written together: `co-operation` is `cooperation`. Figures stay apart. */
export function joined(words: readonly string[]): string {
  return words.join(' ').replace(/(?<!\d) | (?!\d)/g, '')
}

/** Whether two texts say the same in different spelling. */
export function sameText(a: string, b: string): boolean {
  return joined(typedWords(a)) === joined(typedWords(b))
}
