// What becomes of text when it comes in: from forms, from JSON, from files and from the command line.
// Two people who see the same text have sent the same text, and no text is made of what nobody sees.

/**
 * Text that Postgres can store, in Unicode's form NFC: “ü” is one character, whatever keyboard wrote
 * it. NUL characters and halves of surrogate pairs are not in it. This is for text that must be kept
 * as it was written, such as an answer.
 */
export const storable = (text: string): string =>
  text.replaceAll('\0', '').toWellFormed().normalize('NFC')

/**
 * One line: line breaks and tabs become spaces, and each gap is one space. Characters that are never
 * seen are left out. Empty when nothing can be seen.
 */
export function oneLine(text: string): string {
  const line = withoutUnseen(storable(text).replace(/[\t-\r\u0085\u2028\u2029]/g, ' '))
  return seen(line.replace(/\s+/g, ' ').trim())
}

/** Text of any number of lines, which end in \n. Otherwise like oneLine, but gaps stay as they are. */
export function severalLines(text: string): string {
  const lines = storable(text).replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
  return seen(withoutUnseen(lines).trim())
}

/** How long people would say a text is: “😀” counts once, although it is two units in memory. */
export const lengthOf = (text: string): number => [...text].length

/**
 * Controls but tabs and line ends, marks of direction, characters of no width, fillers that look like
 * nothing, and code points that are not characters. Some that are not seen change what is seen beside
 * them: variation selectors and the joiners below are kept.
 */
const UNSEEN =
  /(?!\t|\n|\u034f|[\u180b-\u180f]|\u200c|\u200d|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}])[\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff]/gu

/**
 * Persian and Indic names need joiners inside of words, and so do pictures of several parts. At the
 * ends of a word, and one after the other, they do nothing.
 */
const IDLE_JOINERS =
  /(?<![\p{L}\p{M}\p{N}\p{S}])[\u180e\u200c\u200d]+|[\u180e\u200c\u200d]+(?![\p{L}\p{M}\p{N}\p{S}])/gu

const withoutUnseen = (text: string) => text.replace(UNSEEN, '').replace(IDLE_JOINERS, '')

/**
 * Letters, digits, punctuation and signs are seen; a mark needs one of them to stand on. U+2800 is the
 * braille pattern without dots. The planes 2 and 3 hold Chinese characters, also those that this
 * version of Node.js does not know yet.
 */
const SEEN = /(?!\u2800)[\p{L}\p{N}\p{P}\p{S}\p{Co}\u{20000}-\u{3fffd}]/u

const seen = (text: string) => (SEEN.test(text) ? text : '')
