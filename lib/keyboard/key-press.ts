/** One press of one key, as the keyboard's layout and the key's place describe it. */
export type KeyPress = {
  /** What the layout types, or the name of a key that types nothing (`Enter`, `Dead`, `End`). */
  readonly key: string
  /** The place of the key, named after a US keyboard (`KeyI`, `Digit2`). Empty when it is unknown. */
  readonly code: string
  readonly shift: boolean
  /** AltGr, or what stands for it, was held to type the character. */
  readonly altGraph: boolean
}

/** What a browser says about a key press. */
type Reported = {
  readonly key: string
  readonly code: string
  readonly keyCode: number
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
  readonly altGraph: boolean
  readonly isComposing: boolean
}

/** Browsers report this number while an input method works with the key. */
const TAKEN_BY_INPUT_METHOD = 229

/** The key is part of composing a text, for example the Enter that confirms a candidate. */
export const isOfInputMethod = (reported: Pick<Reported, 'isComposing' | 'keyCode' | 'key'>) =>
  reported.isComposing ||
  reported.keyCode === TAKEN_BY_INPUT_METHOD ||
  reported.key === 'Process' ||
  reported.key === 'Unidentified'

/**
 * The press that a browser reports; null when it belongs to an input method or is a shortcut of the
 * browser or the system. Windows reports AltGr as Ctrl+Alt. On an Apple keyboard Option types
 * characters. AltGr counts only when it makes a sign such as `@`: with a letter, a digit or a
 * hyphen the combination is a shortcut.
 */
export function pressOf(reported: Reported, onApple: boolean): KeyPress | null {
  if (isOfInputMethod(reported)) return null
  const { key, code, shiftKey: shift, ctrlKey, altKey, metaKey } = reported
  const altGraph = reported.altGraph || (altKey && (ctrlKey || onApple))
  if (metaKey || (!altGraph && (ctrlKey || altKey))) return null
  const typed = typedCharacter(key)
  if (altGraph && (typed === null || /^[a-z0-9\s-]$/.test(typed))) return null
  return { key, code, shift, altGraph }
}

/** Space and Enter mean the same in a review. Shift+Space scrolls back, so it is not one of them. */
export const isEnter = ({ key, shift }: KeyPress) =>
  !shift && (key === 'Enter' || key === ' ' || key === '\u3000')

/**
 * The character that a press stands for, in lower case and with digits 0 to 9; null when it types
 * nothing. Characters come first and places second:
 *
 * 1. A letter a to z or a digit of any script is what the layout types, wherever the key is.
 * 2. A key of the digit row that types something else without Shift is its digit. Otherwise `-` on
 *    the 6 of a French keyboard, or on the 3 of a Thai one, would bury a question.
 * 3. A letter outside a to z, such as `ш`, is the letter that a US keyboard has in its place.
 * 4. Everything else is what the layout types.
 */
export function characterOf({ key, code, shift, altGraph }: KeyPress): string | null {
  const typed = typedCharacter(key)
  if (typed === null || altGraph || /^[a-z0-9]$/.test(typed)) return typed
  const [, letter, digit] = /^(?:Key([A-Z])|Digit([0-9]))$/.exec(code) ?? []
  if (digit !== undefined) {
    // On-screen keyboards and remote control may type `@` without reporting the Shift behind it.
    const isShifted = shift || SHIFTED_DIGITS[Number(digit)] === typed
    return isShifted ? typed : digit
  }
  return letter !== undefined && !IS_ASCII.test(typed) ? letter.toLowerCase() : typed
}

/** What a US keyboard types with Shift on the keys 0 to 9. */
const SHIFTED_DIGITS = ')!@#$%^&*('

const IS_ASCII = /^\p{ASCII}+$/u

/**
 * What a key types, in one form: full-width and capital forms are folded, and digits of all scripts
 * are 0 to 9. Null for keys that type nothing. Some keys of Arabic and Indic layouts type several
 * letters at once.
 */
export function typedCharacter(key: string): string | null {
  // A Turkish capital İ becomes an i and a dot of its own.
  const folded = key.normalize('NFKC').toLowerCase().replace('i\u0307', 'i')
  const isNameOfKey = [...folded].length !== 1 && IS_ASCII.test(folded)
  if (folded === '' || isNameOfKey) return null
  return folded === '؟' ? '?' : (digitOf(folded) ?? folded)
}

/** Unicode has the digits of a script in order, ten in a row. */
function digitOf(character: string): string | null {
  const isDigit = (at: number) => /^\p{Nd}$/u.test(String.fromCodePoint(at))
  const place = character.codePointAt(0) ?? 0
  if ([...character].length !== 1 || !isDigit(place)) return null
  let zero = place
  while (isDigit(zero - 1)) zero -= 1
  return String((place - zero) % 10)
}
