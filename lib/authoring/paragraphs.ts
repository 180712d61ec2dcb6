import { severalLines } from '../kernel/visible-text'

/** A document of more characters is divided before it is added. */
export const MOST_CHARACTERS = 400_000
const MOST_PARAGRAPHS = 2000

/**
 * A text cut into its paragraphs, which are numbered from 1: what stands between blank lines. The lines
 * of a paragraph are joined. Paragraphs joined by spaces are the words of the text.
 */
export const paragraphsOf = (text: string): readonly string[] =>
  severalLines(text)
    .split(/\n[ \t\u00a0]*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')

/** The text to be edited: a blank line parts two paragraphs. */
export const textOf = (paragraphs: readonly string[]): string => paragraphs.join('\n\n')

/** What is wrong with a document, in words; null for nothing. */
export function documentFault(text: string): string | null {
  if (text.length > MOST_CHARACTERS) {
    return `The text has ${text.length} characters, and at most ${MOST_CHARACTERS} are possible. Divide it into several documents.`
  }
  const { length } = paragraphsOf(text)
  if (length === 0) return 'There is no text in it.'
  return length > MOST_PARAGRAPHS
    ? `The text has ${length} paragraphs, and at most ${MOST_PARAGRAPHS} are possible. Divide it into several documents.`
    : null
}
