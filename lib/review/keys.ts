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
 * The action of a key that was pressed, whether a capital or a small letter; null when it has none.
 */
export function actionOfKey(map: KeyMap, key: string): KeyAction | null {
  const pressed = key.toLowerCase()
  return KEY_ACTIONS.find((action) => map[action] === pressed) ?? null
}

/** What is wrong with a person's keys, by action; empty when nothing is. */
export function keyFaults(changes: KeyChanges): Readonly<Partial<Record<KeyAction, string>>> {
  const map = keyMapOf(changes)
  const faults: Partial<Record<KeyAction, string>> = {}
  for (const action of KEY_ACTIONS) {
    const key = map[action]
    if (key === null) continue
    const twin = KEY_ACTIONS.find((other) => other !== action && map[other] === key)
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
