import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  actionOf,
  changesOf,
  KEY_ACTIONS,
  type KeyMap,
  keyFaults,
  keyMapOf,
  STANDARD_KEYS,
} from '@/lib/review/keys'

/** A key whose place is not known. */
const typed = (key: string) => ({ key, code: '', shift: false, altGraph: false })

const key = fc.option(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789!?#-+'))
const keyMap: fc.Arbitrary<KeyMap> = fc.tuple(...KEY_ACTIONS.map(() => key)).map((keys) => ({
  ...STANDARD_KEYS,
  ...Object.fromEntries(KEY_ACTIONS.map((action, i) => [action, keys[i] ?? null])),
}))

describe('single keys', () => {
  it('are Anki’s unless changed, letters in either case', () => {
    const map = keyMapOf({})
    expect(actionOf(typed('u'), map)).toBe('undo')
    expect(actionOf(typed('U'), map)).toBe('undo')
    expect(actionOf(typed('@'), map)).toBe('suspend')
    expect(actionOf(typed('x'), map)).toBeNull()
  })

  it('do nothing when switched off, and leave the others as they are', () => {
    const map = keyMapOf({ bury: null, undo: 'z' })
    expect(actionOf(typed('-'), map)).toBeNull()
    expect(actionOf(typed('u'), map)).toBeNull()
    expect(actionOf(typed('z'), map)).toBe('undo')
    expect(actionOf(typed('f'), map)).toBe('flag')
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
