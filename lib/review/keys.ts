/** What a single key can do in a review. Space, Enter and Escape stay what they are everywhere. */
export const KEY_ACTIONS = [
  'again',
  'hard',
  'good',
  'easy',
  'undo',
  'bury',
  'suspend',
  'flag',
  'info',
  'source',
  'help',
] as const

export type KeyAction = (typeof KEY_ACTIONS)[number]

/** Anki's keys. */
export const STANDARD_KEYS: Readonly<Record<KeyAction, string>> = {
  again: '1',
  hard: '2',
  good: '3',
  easy: '4',
  undo: 'u',
  bury: '-',
  suspend: '@',
  flag: 'f',
  info: 'i',
  source: 'e',
  help: '?',
}

/** What a person changed: another key, or null for none. */
export type KeyChanges = Readonly<Partial<Record<KeyAction, string | null>>>

/** Each action's key, null where it is switched off. */
export type KeyMap = Readonly<Record<KeyAction, string | null>>

export function keyMapOf(changes: KeyChanges): KeyMap {
  return { ...STANDARD_KEYS, ...changes }
}

/** The action of a key pressed; null when it has none. */
export function actionOfKey(map: KeyMap, key: string): KeyAction | null {
  return KEY_ACTIONS.find((action) => map[action] === key) ?? null
}
