import type { KeyAction } from '@/lib/review/keys'

/** Which keyboards the keys work on. */
export const LAYOUT_WORDS =
  'The keys work on every keyboard layout, and digits also on the number pad with Num Lock on. Where a key types another script, the letter or digit in its place on a US keyboard counts.'

/** What each single key does, in words. */
export const KEY_WORDS: Readonly<Record<KeyAction, string>> = {
  again: 'Again',
  hard: 'Hard',
  good: 'Good',
  easy: 'Easy',
  giveUp: 'I don’t know: show the answer',
  undo: 'Undo the last answer; press again for the one before',
  bury: 'Bury: hide the question until tomorrow',
  suspend: 'Suspend: set the question aside until you resume it',
  flag: 'Flag: tell the instructors what is wrong',
  info: 'Card info and history',
  source: 'Open the source, once the answer is shown',
  help: 'Show the list of keys',
}
