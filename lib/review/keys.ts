import { characterOf, type KeyPress, typedCharacter } from '../keyboard/key-press'
import type { Rating } from '../memory/card/state'
import { RATINGS } from '../memory/schedule/preview-intervals'

/**
 * What a single key can do in a review. Space, Enter and Escape mean the same everywhere and cannot
 * be changed.
 */
export const KEY_ACTIONS = [
  'again',
  'hard',
  'good',
  'easy',
  'giveUp',
  'undo',
  'bury',
  'suspend',
  'flag',
  'info',
  'source',
  'help',
] as const

export type KeyAction = (typeof KEY_ACTIONS)[number]

/** These are Anki's keys. It has none for “I don’t know”. */
export const STANDARD_KEYS: Readonly<Record<KeyAction, string>> = {
  again: '1',
  hard: '2',
  good: '3',
  easy: '4',
  giveUp: '0',
  undo: 'u',
  bury: '-',
  suspend: '@',
  flag: 'f',
  info: 'i',
  source: 'e',
  help: '?',
}

/** What a person changed: another key for an action, or null for none. */
export type KeyChanges = Readonly<Partial<Record<KeyAction, string | null>>>

/** The key of each action, or null where it is switched off. */
export type KeyMap = Readonly<Record<KeyAction, string | null>>

export function keyMapOf(changes: KeyChanges): KeyMap {
  return { ...STANDARD_KEYS, ...changes }
}

/**
 * The action of a key press; null when it has none. A character that the person chose comes first,
 * also where it stands on the digit row. Then comes the character that the press stands for, which
 * `characterOf` decides for all layouts.
 */
export function actionOf(press: KeyPress, map: KeyMap): KeyAction | null {
  const typed = typedCharacter(press.key)
  const own = KEY_ACTIONS.find(
    (action) => map[action] !== STANDARD_KEYS[action] && isKey(map[action], typed),
  )
  const character = characterOf(press)
  return own ?? KEY_ACTIONS.find((action) => isKey(map[action], character)) ?? null
}

const isKey = (key: string | null, character: string | null) =>
  key !== null && character !== null && typedCharacter(key) === character

/** The action that gives each rating. */
export const RATING_ACTIONS = {
  1: 'again',
  2: 'hard',
  3: 'good',
  4: 'easy',
} as const satisfies Record<Rating, KeyAction>

/** The rating that an action gives; null for every other action. */
export const ratingOf = (action: KeyAction | null): Rating | null =>
  RATINGS.find((rating) => RATING_ACTIONS[rating] === action) ?? null

/** A key as `aria-keyshortcuts` names it; undefined where it is switched off. */
export function ariaKey(key: string | null): string | undefined {
  // A plus sign joins keys there.
  return key === '+' ? 'Plus' : (key ?? undefined)
}

/** What is wrong with a person's keys, by action; empty when nothing is. */
export function keyFaults(changes: KeyChanges): Readonly<Partial<Record<KeyAction, string>>> {
  const map = keyMapOf(changes)
  const faults: Partial<Record<KeyAction, string>> = {}
  for (const action of KEY_ACTIONS) {
    const key = map[action]
    if (key === null) continue
    const twin = KEY_ACTIONS.find(
      (other) => other !== action && isKey(map[other], typedCharacter(key)),
    )
    if ([...key].length !== 1 || key.trim() === '') {
      faults[action] = 'Type one visible character. Space, Enter and Escape cannot be changed.'
    } else if (twin !== undefined) {
      faults[action] =
        `“${key}” is also the key of another action. Give each action a key of its own.`
    }
  }
  return faults
}

/** Only the keys that differ from the standard ones, with letters in lower case. */
export function changesOf(map: KeyMap): KeyChanges {
  return Object.fromEntries(
    KEY_ACTIONS.flatMap((action) => {
      const key = map[action]?.toLowerCase() ?? null
      return key === STANDARD_KEYS[action] ? [] : [[action, key]]
    }),
  )
}
