/** Suffixes that belong to a name, behind a comma. */
const GENERATION = /^(?:jr|sr|i{2,3}|iv)\.?$/i

/**
 * A name that was written for sorting, the other way round: `Toll, Vera` and `Toll, Vera, Dr.` become
 * `Vera Toll`, and `King, Martin, Jr.` becomes `Martin King Jr.`. Titles are left out. Null for a name
 * without a comma.
 */
export function turnedRound(name: string): string | null {
  if (!COMMA.test(name)) return null
  const [last = '', ...others] = name
    .split(COMMA)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const suffixes = others.filter((part) => GENERATION.test(part))
  const [first = ''] = others.filter((part) => !GENERATION.test(part) && !isTitle(part))
  return [first, last, ...suffixes].filter((part) => part !== '').join(' ')
}

const COMMA = /[,，،]/

const TITLES = new Set(
  `dr prof med habil rer nat jur phil dipl ing mag univ doc csc drsc phd md mba msc bsc ma ba mph llm
  esq cpa herr frau mr mrs ms mme д-р проф ктн дтн кэн дэн кфн дфн кпн дпн кюн дюн`.split(/\s+/),
)

/** Whether a part is nothing but titles, such as `Dr.`, `Prof. Dr. med.` or `M.A.` */
const isTitle = (part: string): boolean =>
  part.split(/\s+/).every((word) => TITLES.has(word.replaceAll('.', '').toLowerCase()))

/** Chinese, Japanese and Korean names, which are written without a space and begin with the family. */
const EASTERN = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}々ー]+$/u

/** The name of a person whose parts stand in cells of their own. */
export function composedName(first: readonly string[], last: readonly string[]): string {
  if (first.length === 1 && last.length === 1 && EASTERN.test(`${first[0]}${last[0]}`)) {
    return `${last[0]}${first[0]}`
  }
  return [...first, ...last].join(' ')
}
