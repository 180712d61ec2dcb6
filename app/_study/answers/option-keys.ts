const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** The key that picks the option at this place. */
export const letterOf = (index: number): string => LETTERS[index] ?? ''

/** The place that a key picks: `a`, `b`, ... or `1`, `2`, ...; -1 for any other key. */
export function placeOfKey(key: string): number {
  if (/^[1-9]$/.test(key)) return Number(key) - 1
  return key.length === 1 ? LETTERS.indexOf(key.toLowerCase()) : -1
}
