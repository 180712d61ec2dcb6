/**
 * Letters of other alphabets that look like a Latin letter in ordinary print, capitals and small
 * letters apart: `В` looks like B, while `в` looks like nothing Latin. From the table of Unicode
 * Technical Standard 39 (https://www.unicode.org/Public/security/latest/confusables.txt), without
 * the pairs that only some fonts draw alike, and without letters that NFKD replaces by others.
 */
const ALPHABETS = [
  {
    script: 'Cyrillic',
    letter: /\p{Script=Cyrillic}/u,
    own: 'АВЕКМНОРСТУХІЈЅԚԜӀаеорсухіјѕһԁԛԝѵүӏ',
    latin: 'ABEKMHOPCTYXIJSQWIaeopcyxijshdqwvyl',
  },
  {
    script: 'Greek',
    letter: /\p{Script=Greek}/u,
    own: 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαινορυϳ',
    latin: 'ABEZHIKMNOPTYXaivopuj',
  },
] as const

const LATIN = /\p{Script=Latin}/u
const OTHER = /[\p{Script=Cyrillic}\p{Script=Greek}]/u
/** An apostrophe does not part a word. */
const WORD = /[\p{L}\p{M}']+/gu

type Script = 'Latin' | (typeof ALPHABETS)[number]['script']
type Read = { readonly word: string; readonly from: Script | null }

/**
 * The text with each word in the letters it seems to be written in. A word whose letters of another
 * alphabet all look like Latin ones is read as Latin. Failing that, a word whose Latin letters all
 * look like letters of the other alphabet in it is read in that one. Any other word stays as it is,
 * since it belongs to another language. The text has no accents.
 */
export const readLookAlikes = (text: string): string =>
  OTHER.test(text) ? text.replace(WORD, (word) => readWord(word).word) : text

export type LookAlikes = {
  /** The alphabet of the letters that were taken for others. */
  readonly script: Script
  /** Whether a whole word is of that alphabet, and not only some letters of a word. */
  readonly wholeWord: boolean
}

/** What `readLookAlikes` would change; null for nothing. */
export function lookAlikesIn(text: string): LookAlikes | null {
  const read = [...text.matchAll(WORD)].map(([word]) => ({ word, from: readWord(word).from }))
  const script = read.find(({ from }) => from !== null)?.from ?? null
  if (script === null) return null
  const wholeWord = read.some(({ word, from }) => from !== null && !LATIN.test(word))
  return { script, wholeWord }
}

function readWord(word: string): Read {
  const alphabets = ALPHABETS.filter(({ letter }) => letter.test(word))
  const [alphabet] = alphabets
  if (alphabet === undefined) return { word, from: null }
  const latin = [...word].map((letter) =>
    alphabets.reduce<string | null>(
      (read, { letter: isOwn, own, latin: to }) =>
        read ?? (isOwn.test(letter) ? twin(letter, own, to) : null),
      LATIN.test(letter) || letter === "'" ? letter : null,
    ),
  )
  if (latin.every((letter) => letter !== null)) {
    return { word: latin.join(''), from: alphabet.script }
  }
  if (alphabets.length > 1 || !LATIN.test(word)) return { word, from: null }
  const own = [...word].map((letter) =>
    alphabet.letter.test(letter) || letter === "'"
      ? letter
      : twin(letter, alphabet.latin, alphabet.own),
  )
  return own.every((letter) => letter !== null)
    ? { word: own.join(''), from: 'Latin' }
    : { word, from: null }
}

/** A capital that has no twin is read as its small letter, so that reading twice changes nothing. */
function twin(letter: string, from: string, to: string): string | null {
  const at = from.indexOf(letter)
  const place = at === -1 ? from.indexOf(letter.toLowerCase()) : at
  return to[place] ?? null
}
