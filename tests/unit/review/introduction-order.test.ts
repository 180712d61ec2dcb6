import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { introduced, introductionOrder, type Waiting } from '@/lib/review/introduction-order'
import { id } from './build'

const waiting = (name: string, rank: number, ...siblings: string[]): Waiting => ({
  questionId: id(name),
  rank,
  siblings: siblings.map(id),
})
const namesOf = (questions: readonly Waiting[]) => questions.map(({ questionId }) => questionId)

describe('the order in which questions are introduced', () => {
  it('is by rank, of one rank whatever most of it waits for, and else course order', () => {
    const ordered = introductionOrder([
      waiting('deep', 1, 'wide', 'deeper'),
      waiting('deeper', 1, 'deep'),
      waiting('alone', 0),
      waiting('linked', 0, 'hub'),
      waiting('wide', 0, 'deep'),
      waiting('hub', 0, 'linked', 'linked-too'),
      waiting('linked-too', 0, 'hub'),
    ])
    expect(namesOf(ordered)).toEqual([
      'hub',
      'linked',
      'linked-too',
      'alone',
      'wide',
      'deep',
      'deeper',
    ])
  })

  it('does not count siblings that were asked already or are of another rank', () => {
    const all = [
      waiting('first', 0),
      waiting('asked-siblings', 0, 'asked-1', 'asked-2', 'deep'),
      waiting('deep', 1, 'asked-siblings'),
    ]
    expect(namesOf(introductionOrder(all))).toEqual(['first', 'asked-siblings', 'deep'])
  })
})

describe('what a day introduces', () => {
  const star = [
    waiting('hub', 0, 'leaf-1', 'leaf-2', 'leaf-3'),
    waiting('leaf-1', 0, 'hub'),
    waiting('leaf-2', 0, 'hub'),
    waiting('leaf-3', 0, 'hub'),
    waiting('alone', 0),
  ]

  it('begins with what most others wait for, where the day is filled all the same', () => {
    expect(namesOf(introduced(star, 2, new Set()))).toEqual(['hub', 'alone'])
  })

  it('is what makes the day full, where the former would not', () => {
    expect(namesOf(introduced(star, 4, new Set()))).toEqual(['alone', 'leaf-1', 'leaf-2', 'leaf-3'])
  })

  it('law: keeps within its room, never has siblings, leaves no room that another could have, and of a lower rank no less for a higher one', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
    const drawn = fc.record({
      ranks: fc.array(fc.nat(2), { minLength: names.length, maxLength: names.length }),
      pairs: fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 12 }),
      room: fc.integer({ min: -1, max: 9 }),
      seen: fc.subarray(names),
    })
    fc.assert(
      fc.property(drawn, ({ ranks, pairs, room, seen }) => {
        const all = names.map((name, at) =>
          waiting(
            name,
            ranks[at] ?? 0,
            ...pairs.flatMap(([a, b]) =>
              a === b ? [] : a === at ? [names[b] ?? ''] : b === at ? [names[a] ?? ''] : [],
            ),
          ),
        )
        const before = new Set(seen.map(id))
        const after = new Set(before)
        const taken = introduced(all, room, after)
        expect(taken.length).toBeLessThanOrEqual(Math.max(0, room))
        expect(after).toEqual(new Set([...before, ...namesOf(taken)]))
        for (const { siblings } of taken) {
          expect(siblings.filter((sibling) => after.has(sibling))).toEqual([])
        }
        const free = all.filter(
          (one) => !taken.includes(one) && !one.siblings.some((sibling) => after.has(sibling)),
        )
        if (taken.length < room) expect(namesOf(free)).toEqual([])
        const low = all.filter(({ rank }) => rank === 0)
        expect(taken.filter(({ rank }) => rank === 0)).toEqual(
          introduced(low, room, new Set(before)),
        )
      }),
    )
  })
})
