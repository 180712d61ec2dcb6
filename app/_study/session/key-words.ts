import type { KeyAction } from '@/lib/review/keys'

/** What a single key does, in words. */
export const KEY_WORDS: Readonly<Record<KeyAction, string>> = {
  again: 'Again',
  hard: 'Hard',
  good: 'Good',
  easy: 'Easy',
  giveUp: 'I don’t know: show the answer',
  undo: 'Undo; again for the one before',
  bury: 'Bury: hide the question until tomorrow',
  suspend: 'Suspend: set the question aside until it is taken back',
  flag: 'Flag: tell the instructors what is wrong',
  info: 'Card info with its history',
  source: 'Open the source, after the answer is shown',
  help: 'This sheet',
}
