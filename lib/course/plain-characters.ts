import { readLookAlikes } from './look-alikes'

/** Accents that stand alone are typed as apostrophes. Without this NFKD would leave a space. */
const LONE_ACCENTS = /[´΄᾽᾿´]/gu
const USUAL: ReadonlyMap<string, string> = new Map([
  ...[...'‘’`'].map((mark) => [mark, "'"] as const),
  ...[...'“”'].map((mark) => [mark, '"'] as const),
  ...[...'–—'].map((mark) => [mark, '-'] as const),
])
const APOSTROPHES = /[`‘’‚‛′‵ʹʻʼʽʾʿˈˊˋ՚׳Ꞌꞌ]/gu
const DASHES = /[\p{Pd}\u02d7\u2043\u2212\u2796]/gu
/** Letters that people without them on their keyboard write as others. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    đ: 'd',
    ð: 'd',
    ħ: 'h',
    ı: 'i',
    ł: 'l',
    ŧ: 't',
    þ: 'th',
  }),
)
const DIGIT = /\p{Nd}/u

/**
 * The text in the plainest characters that say the same, whatever keyboard, program or web page it
 * came from: no accents, no invisible characters, Western digits, one apostrophe, one hyphen, no
 * ligatures or full-width letters, and Latin letters instead of others that look like them. Case
 * stays. Doing it twice changes nothing.
 */
export function plainCharacters(text: string): string {
  // Almost every text of a course ends here, and the compiler compares very many.
  if (!/[^\n\x20-\x5f\x61-\x7e]/.test(text)) return text
  const usual = text.replace(/[‘’`“”–—]/g, (mark) => USUAL.get(mark) ?? mark)
  if (!/[^\n\x20-\x7e]/.test(usual)) return usual
  const plain = usual
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    // A no-break space groups thousands, while a space may part two numbers.
    .replace(/(\p{Nd})[\u00a0\u2007\u2009\u202f](?=\p{Nd}{3}(?!\p{Nd}))/gu, '$1')
    .replace(/(\p{Nd})(?=[\u00bc-\u00be\u2150-\u215e\u2189])/gu, '$1 ')
    .replace(LONE_ACCENTS, "'")
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u0660-\uffff\u{10000}-\u{10ffff}]/gu, westernDigit)
    .replace(APOSTROPHES, "'")
    .replace(/[“”„‟″‶ʺ]/gu, '"')
    .replace(DASHES, '-')
    .replace(/٬/gu, ',')
    .replace(/٫/gu, '.')
    .replace(/٪/gu, '%')
    .replace(/\u2044/gu, '/')
    .replace(/[ßæœøđðħıłŧþẞÆŒØĐÐĦŁŦÞ]/gu, plainLetters)
    .normalize('NFC')
  return readLookAlikes(plain)
}

function plainLetters(letter: string): string {
  const small = letter.toLowerCase()
  const letters = LETTERS.get(small) ?? letter
  return small === letter ? letters : letters.toUpperCase()
}

/**
 * Decimal digits stand in Unicode in runs from nought to nine, one run after another
 * (https://www.unicode.org/reports/tr44/#Numeric_Type), so the place in the run is the value.
 */
function westernDigit(char: string): string {
  if (!DIGIT.test(char)) return char
  const code = char.codePointAt(0) ?? 0
  let start = code
  while (DIGIT.test(String.fromCodePoint(start - 1))) start -= 1
  return String((code - start) % 10)
}
