import fc from 'fast-check'
import { expect, test } from 'vitest'
import { membershipsAt } from '@/lib/course/memberships'
import { isPartialDate } from '@/lib/course/partial-date'
import { standingLabel, standingsAt } from '@/lib/course/standings'
import type { MembershipChange } from '@/lib/course/types'
import { asEntityId } from '@/lib/kernel/ids'
import { dateOfMonth, firstMonth, lastMonth, readMonth } from '@/lib/reference/month'

const league = asEntityId('league')

const date = (value: string) => {
  if (!isPartialDate(value)) throw new Error(`${value} is not a date`)
  return value
}

const change = (
  action: MembershipChange['action'],
  state: string,
  when: string,
  role: MembershipChange['role'] = 'member',
): MembershipChange => ({
  organisation: league,
  role,
  action,
  states: [asEntityId(state)],
  date: date(when),
})

const story = [
  change('joins', 'uz', '1992-05'),
  change('leaves', 'uz', '1999'),
  change('joins', 'in', '2005-07-05', 'observer'),
  change('joins', 'uz', '2006-06'),
  change('leaves', 'uz', '2012-06'),
]

const labels = (when: string) =>
  standingsAt(story, league, date(when)).map((one) => [one.state, one.standing, standingLabel(one)])

test('a standing names the change it began with, and for a former member the one it ended with', () => {
  expect(labels('1998-12')).toEqual([['uz', 'member', 'since May 1992']])
  expect(labels('2001-01')).toEqual([['uz', 'former', 'May 1992 to 1999']])
  expect(labels('2012-06')).toEqual([
    ['in', 'observer', 'since 5 July 2005'],
    ['uz', 'former', 'June 2006 to June 2012'],
  ])
})

test('a change dated by its day counts in its month', () => {
  expect(labels('2005-07')).toContainEqual(['in', 'observer', 'since 5 July 2005'])
})

const dates = fc
  .tuple(fc.integer({ min: 1990, max: 1999 }), fc.option(fc.integer({ min: 1, max: 12 })))
  .map(([year, month]) =>
    date(month === null ? `${year}` : `${year}-${String(month).padStart(2, '0')}`),
  )

const changes = fc.array(
  fc
    .tuple(
      fc.constantFrom('joins' as const, 'leaves' as const),
      fc.constantFrom('ar', 'bo', 'ca'),
      dates,
      fc.constantFrom('member' as const, 'observer' as const),
    )
    .map(([action, state, when, role]) => change(action, state, when, role)),
  { maxLength: 12 },
)

test('standings and memberships say the same of every date', () => {
  fc.assert(
    fc.property(changes, dates, (all, when) => {
      const standings = standingsAt(all, league, when)
      const having = (standing: string) =>
        standings.filter((one) => one.standing === standing).map(({ state }) => state)
      expect({
        members: having('member'),
        observers: having('observer'),
        former: having('former'),
      }).toEqual(membershipsAt(all, league, when))
    }),
  )
})

test('every month is read back from its date, and dates keep their order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9999 * 12 - 1 }), (month) => {
      expect(readMonth(dateOfMonth(month))).toBe(month)
      expect(dateOfMonth(month + 1) > dateOfMonth(month)).toBe(true)
    }),
  )
  expect([firstMonth(date('1999')), lastMonth(date('1999'))].map(dateOfMonth)).toEqual([
    '1999-01',
    '1999-12',
  ])
  for (const text of ['2006', '2006-13', '2006-06-01', '', '2006-6']) {
    expect(readMonth(text), text).toBeNull()
  }
})
