/**
 * Text of a document, made comparable: quotation marks, dashes, accents, case and white space do
 * not count. Words keep their spelling, because a key term is a promise about the document's own
 * words.
 */
export const documentText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’‚‛`´′]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[\u00ad\u200b\ufeff]/g, '')
    .replace(/\p{Pd}|−/gu, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()

/**
 * Whether a term occurs in a paragraph of a document, other than as a piece of a longer word or
 * number.
 */
export function occursIn(paragraph: string, term: string): boolean {
  const wanted = documentText(term)
  if (wanted === '') return false
  const text = documentText(paragraph)
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (!joins(text[at - 1], wanted[0]) && !number(text, at, wanted)) return true
  }
  return false
}

const word = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char)
const digit = (char: string | undefined): boolean => char !== undefined && /\d/.test(char)

/** A term may end inside a word ("alliance" in "alliances"), but must not begin inside one. */
const joins = (before: string | undefined, first: string | undefined): boolean =>
  word(before) && word(first)

/** `100` does not occur in `1,100` or `1003`. */
function number(text: string, at: number, wanted: string): boolean {
  const end = at + wanted.length
  const before = digit(wanted[0]) && /[,.]/.test(text[at - 1] ?? '') && digit(text[at - 2])
  const thousands = /[,.]/.test(text[end] ?? '') && digit(text[end + 1])
  return before || (digit(wanted.at(-1)) && (digit(text[end]) || thousands))
}
