import type { Question } from '@/lib/course/types'
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

/** How each kind of question is answered by keyboard. */
export const KIND_KEYS: Readonly<Record<Question['kind'], { name: string; way: string }>> = {
  flash: { name: 'Recall', way: 'Space shows the answer' },
  cloze: { name: 'Gap', way: 'type, Enter checks' },
  text: { name: 'Typed answer', way: 'type, Enter checks' },
  number: { name: 'Number', way: 'type, Enter checks; units and thousands as you like' },
  choice: { name: 'Choose one', way: 'a to f or 1 to 6 picks, Space checks' },
  multi: { name: 'Select all', way: 'a to f or 1 to 6 ticks and unticks, Space checks' },
  order: {
    name: 'Put in order',
    way: 'Tab to an item, Alt with an arrow moves it, Esc ends, Space checks',
  },
  match: {
    name: 'Match',
    way: 'Tab from list to list, arrows or a first letter choose, Esc ends, Space checks',
  },
  map: { name: 'Map', way: 'Tab to the list of states, Space ticks, Esc ends, Enter checks' },
}
