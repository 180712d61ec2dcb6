import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  actionOfKey,
  changesOf,
  KEY_ACTIONS,
  type KeyMap,
  keyFaults,
  keyMapOf,
  STANDARD_KEYS,
} from '@/lib/review/keys'

const key = fc.option(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789!?#-+'))
const keyMap: fc.Arbitrary<KeyMap> = fc.tuple(...KEY_ACTIONS.map(() => key)).map((keys) => ({
  ...STANDARD_KEYS,
  ...Object.fromEntries(KEY_ACTIONS.map((action, i) => [action, keys[i] ?? null])),
}))

describe('single keys', () => {
  it('are Anki’s unless changed, letters in either case', () => {
    const map = keyMapOf({})
    expect(actionOfKey(map, 'u')).toBe('undo')
    expect(actionOfKey(map, 'U')).toBe('undo')
    expect(actionOfKey(map, '@')).toBe('suspend')
    expect(actionOfKey(map, 'x')).toBeNull()
  })

  it('do nothing when switched off, and leave the others as they are', () => {
    const map = keyMapOf({ bury: null, undo: 'z' })
    expect(actionOfKey(map, '-')).toBeNull()
    expect(actionOfKey(map, 'u')).toBeNull()
    expect(actionOfKey(map, 'z')).toBe('undo')
    expect(actionOfKey(map, 'f')).toBe('flag')
  })

  it('survive being kept as changes', () => {
    fc.assert(
      fc.property(keyMap, (map) => {
        expect(keyMapOf(changesOf(map))).toEqual(map)
      }),
    )
  })

  it('without a fault never mean two things', () => {
    fc.assert(
      fc.property(keyMap, (map) => {
        const keys = KEY_ACTIONS.map((action) => map[action]).filter((each) => each !== null)
        const clash = new Set(keys).size < keys.length
        expect(Object.keys(keyFaults(changesOf(map))).length > 0).toBe(clash)
      }),
    )
  })

  it.each(['ab', ' ', '\t'])('refuse %j', (wrong) => {
    expect(keyFaults({ flag: wrong })).toHaveProperty('flag')
  })
})
