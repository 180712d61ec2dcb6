const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** The key that picks the option at this place. */
export const letterOf = (index: number): string => LETTERS[index] ?? ''

/** The place that a character picks: `a`, `b`, ... or `1`, `2`, ...; -1 for any other. */
export function placeOfKey(character: string): number {
  if (/^[1-9]$/.test(character)) return Number(character) - 1
  return character.length === 1 ? LETTERS.indexOf(character) : -1
}
