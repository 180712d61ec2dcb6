import type { Encoding } from './encodings'

/**
 * How much a text looks like names. In the wrong encoding, capitals stand inside of words, scripts are
 * mixed, signs stand among letters and words lack vowels. It only says which encoding a person is
 * offered first: short lists of names are too little for certainty.
 */
export function plausibility(text: string, encoding: Encoding): number {
  const common = COMMON[encoding]?.() ?? none
  // Other encodings hardly ever yield what is valid in UTF-8, so that one wrong byte weighs less there.
  const doubt = encoding === 'utf-8' ? 4 : 20
  let score = -doubt * (text.match(BROKEN)?.length ?? 0)
  // A letter outside ASCII that touches a sign, as in “£ukasz”.
  score -= 3 * (text.match(SIGN_AT_LETTER)?.length ?? 0)
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    if (/[^\0-\x7f]/.test(word)) score += scoreOf(word, common)
  }
  return score
}

const BROKEN = /[\ufffd\p{Co}\p{Cn}]|(?![\t\n\r])\p{Cc}/gu
const SIGN_AT_LETTER =
  /(?<=[\p{L}\p{M}])[^\0-\x7f\p{L}\p{M}\p{Zs}\p{P}]|[^\0-\x7f\p{L}\p{M}\p{Zs}\p{P}](?=[\p{L}\p{M}])|[¿¡](?=\p{L})|(?<=\p{L})[¿¡«»‰]/gu

function scoreOf(word: string, common: ReadonlySet<string>): number {
  const letters = [...word]
  const scripts = SCRIPTS.filter((script) => script.test(word)).length
  if (scripts > 1) return -2 * letters.length
  if (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word)) {
    const worth = /\p{Script=Hangul}/u.test(word) ? 2 : 1.5
    return letters.reduce((sum, each) => sum + (common.has(each) ? worth : -0.5), 0)
  }
  // Hebrew, Arabic and Thai have no capitals, so that anything passes: they come after the others.
  if (!/[\p{Lu}\p{Ll}]/u.test(word)) return letters.length * 0.6
  if (!/^(?:\p{Lu}?[\p{Ll}\p{M}]+|[\p{Lu}\p{M}]+|(?:\p{Lu}[\p{Ll}\p{M}]+){2})$/u.test(word)) {
    return -letters.length
  }
  const foreign = letters.filter((letter) => /[^\0-\x7f]/.test(letter))
  const unusual = foreign.filter((letter) => UNUSUAL.has(letter)).length
  const vowels = letters.filter((letter) => VOWELS.test(letter.normalize('NFD'))).length
  const share = vowels / letters.length
  const isLatin = /\p{Script=Latin}/u.test(word)
  if (isLatin && foreign.length > letters.length * 0.6) return -letters.length
  const sounds = letters.length < 3 || (share >= 0.2 && share <= 0.7)
  return (isLatin ? foreign.length : letters.length) * (sounds ? 1 : 0.4) - unusual
}

const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Thai}/u,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  /\p{Script=Hangul}/u,
]
const VOWELS = /^[aeiouyıæøœаеиоуыэюяіїєәөүұαεηιουω]/iu
/** Letters that other encodings make of common ones, and that few names have. */
const UNUSUAL = new Set('þðÞÐƒªºœŒæÆџЏњЊљЉћЋђЂѓЃќЌѕЅђ')

/** The characters that a standard for East Asian text puts first because they are the common ones. */
const firstLevel = (label: Encoding, leads: readonly [number, number], trail: number) => {
  let known: ReadonlySet<string> | null = null
  return () => {
    known ??= new Set(
      Array.from({ length: leads[1] - leads[0] + 1 }, (_, lead) =>
        Array.from({ length: 0xfe - trail + 1 }, (__, at) => [leads[0] + lead, trail + at]),
      ).flatMap((row) => [...new TextDecoder(label).decode(Uint8Array.from(row.flat()))]),
    )
    return known
  }
}

const none: ReadonlySet<string> = new Set()
const chinese = firstLevel('gb18030', [0xb0, 0xd7], 0xa1)
const taiwanese = firstLevel('big5', [0xa4, 0xc6], 0xa1)
const korean = firstLevel('euc-kr', [0xb0, 0xc8], 0xa1)
const japaneseLetters = firstLevel('euc-jp', [0xa4, 0xa5], 0xa1)
const japaneseCharacters = firstLevel('euc-jp', [0xb0, 0xcf], 0xa1)
const japanese = () => new Set([...japaneseLetters(), ...japaneseCharacters()])

const COMMON: { readonly [encoding in Encoding]?: () => ReadonlySet<string> } = {
  gb18030: chinese,
  big5: taiwanese,
  shift_jis: japanese,
  'euc-jp': japanese,
  'iso-2022-jp': japanese,
  'euc-kr': korean,
}
