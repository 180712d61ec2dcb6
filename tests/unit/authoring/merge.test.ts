import fc from 'fast-check'
import { expect, test } from 'vitest'
import { merge } from '@/lib/authoring/merge'

const fields = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(2), { maxKeys: 4 })

test('what one side alone changed is in the result, whichever side it is', () => {
  fc.assert(
    fc.property(fields, fields, (base, other) => {
      expect(merge(base, base, other)).toEqual({ kind: 'merged', fields: other })
      expect(merge(base, other, base)).toEqual({ kind: 'merged', fields: other })
      expect(merge(base, other, other)).toEqual({ kind: 'merged', fields: other })
    }),
  )
})

test('a field collides exactly when both sides changed it, and differently', () => {
  fc.assert(
    fc.property(fields, fields, fields, (base, theirs, mine) => {
      const merged = merge(base, theirs, mine)
      const names = ['a', 'b', 'c', 'd'] as const
      const wanted = names.filter(
        (name) =>
          theirs[name] !== mine[name] && theirs[name] !== base[name] && mine[name] !== base[name],
      )
      const found = merged.kind === 'collided' ? merged.collisions.map(({ field }) => field) : []
      expect(found.toSorted()).toEqual(wanted)
      if (merged.kind === 'whole') return expect.unreachable('nothing was taken away')
      for (const name of names) {
        const value = merged.fields?.[name]
        // Nothing comes from nowhere, and nothing that somebody changed is as it was.
        expect([theirs[name], mine[name]]).toContain(value)
        if (mine[name] !== base[name]) expect(value).toBe(mine[name])
        else expect(value).toBe(theirs[name])
      }
    }),
  )
})

test('what one side took out and the other one changed is not merged', () => {
  expect(merge({ a: 1 }, null, { a: 2 }).kind).toBe('whole')
  expect(merge({ a: 1 }, { a: 2 }, null).kind).toBe('whole')
  expect(merge({ a: 1 }, null, { a: 1 })).toEqual({ kind: 'merged', fields: null })
})
