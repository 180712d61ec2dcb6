import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inOrder, membershipSpans, membershipsAt } from '@/lib/course/memberships'
import { earliest, isPartialDate, latest } from '@/lib/course/partial-date'
import type { MembershipChange } from '@/lib/course/types'
import { asEntityId } from '@/lib/kernel/ids'

const league = asEntityId('league')

const date = (value: string) => {
  if (!isPartialDate(value)) throw new Error(`${value} is not a date`)
  return value
}

const change = (
  action: MembershipChange['action'],
  states: readonly string[],
  when: string,
  role: MembershipChange['role'] = 'member',
): MembershipChange => ({
  organisation: league,
  role,
  action,
  states: states.map(asEntityId),
  date: date(when),
})

const story = [
  change('leaves', ['uz'], '2012-06'),
  change('joins', ['ru', 'uz'], '1992-05'),
  change('leaves', ['uz'], '1999'),
  change('joins', ['uz'], '2006-06'),
  change('joins', ['in'], '2005-07', 'observer'),
]

const at = (when: string, changes = story) => membershipsAt(changes, league, date(when))

describe('memberships at a date', () => {
  test('a change is in force in the month it is dated, and not before', () => {
    expect(at('1992-04').members).toEqual([])
    expect(at('1992-05').members).toEqual(['ru', 'uz'])
    expect(at('2012-05').members).toEqual(['ru', 'uz'])
    expect(at('2012-06')).toEqual({ members: ['ru'], observers: ['in'], former: ['uz'] })
  })

  test('a change dated by its year is in force from the first day of the year', () => {
    expect(at('1998').members).toEqual(['ru', 'uz'])
    expect(at('1999-01-01').former).toEqual(['uz'])
  })

  test('a state that came back is not a former member', () => {
    expect(at('2007-06').former).toEqual([])
    expect(at('2007-06').members).toEqual(['ru', 'uz'])
  })

  test('becoming a member ends being an observer', () => {
    const changes = [...story, change('joins', ['in'], '2017')]
    expect(at('2017', changes)).toMatchObject({ members: ['ru', 'in'], observers: [] })
  })

  test('other organisations do not count', () => {
    expect(membershipsAt(story, asEntityId('other'), date('2007'))).toEqual({
      members: [],
      observers: [],
      former: [],
    })
  })

  test('spans are unbroken periods, open at the end while they last', () => {
    expect(membershipSpans(story, league)).toEqual([
      { state: 'ru', role: 'member', from: '1992-05', to: null },
      { state: 'uz', role: 'member', from: '1992-05', to: '1999' },
      { state: 'in', role: 'observer', from: '2005-07', to: null },
      { state: 'uz', role: 'member', from: '2006-06', to: '2012-06' },
    ])
  })
})

const dates = fc
  .tuple(fc.integer({ min: 1990, max: 1999 }), fc.option(fc.integer({ min: 1, max: 12 })))
  .map(([year, month]) =>
    date(month === null ? `${year}` : `${year}-${String(month).padStart(2, '0')}`),
  )

const changes = fc.array(
  fc.record({
    organisation: fc.constant(league),
    role: fc.constantFrom('member' as const, 'observer' as const),
    action: fc.constantFrom('joins' as const, 'leaves' as const),
    states: fc.uniqueArray(fc.constantFrom('ar', 'bo', 'ca').map(asEntityId), { minLength: 1 }),
    date: dates,
  }),
  { maxLength: 12 },
)

describe('laws of folding', () => {
  test('no state is in two lists', () => {
    fc.assert(
      fc.property(changes, dates, (all, when) => {
        const { members, observers, former } = membershipsAt(all, league, when)
        const listed = [...members, ...observers, ...former]
        expect(new Set(listed).size).toBe(listed.length)
      }),
    )
  })

  test('changes after the date make no difference', () => {
    fc.assert(
      fc.property(changes, dates, (all, when) => {
        const past = all.filter((one) => earliest(one.date) <= latest(when))
        expect(membershipsAt(past, league, when)).toEqual(membershipsAt(all, league, when))
      }),
    )
  })

  test('putting changes in order first makes no difference, nor does doing it twice', () => {
    fc.assert(
      fc.property(changes, dates, (all, when) => {
        const ordered = inOrder(all)
        expect(inOrder(ordered)).toEqual(ordered)
        expect(membershipsAt(ordered, league, when)).toEqual(membershipsAt(all, league, when))
      }),
    )
  })

  test('spans and the fold say the same of every date', () => {
    fc.assert(
      fc.property(changes, dates, (all, when) => {
        const end = latest(when)
        const having = (role: string) =>
          membershipSpans(all, league)
            .filter((span) => span.role === role && earliest(span.from) <= end)
            .filter((span) => span.to === null || earliest(span.to) > end)
            .map(({ state }) => state)
        const now = membershipsAt(all, league, when)
        expect(having('member').sort()).toEqual([...now.members].sort())
        expect(having('observer').sort()).toEqual([...now.observers].sort())
      }),
    )
  })
})
