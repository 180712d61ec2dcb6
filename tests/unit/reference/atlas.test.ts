import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lookUp } from '@/lib/course/look-up'
import { asEntityId } from '@/lib/kernel/ids'
import {
  type AtlasChoices,
  atlasChanges,
  atlasChoices,
  changesBeside,
  disputesAbout,
} from '@/lib/reference/atlas'
import { atlasHref, readAtlasQuery } from '@/lib/reference/atlas-query'
import { dateOfMonth, firstMonth, readMonth } from '@/lib/reference/month'
import { membershipTimes, stateFacts } from '@/lib/reference/state-card'
import { compiled, fixtureFiles } from '../../support/course-fixture'

const league = asEntityId('league')
const fixture = async () => compiled(await fixtureFiles())

async function choicesOf(): Promise<AtlasChoices> {
  const choices = atlasChoices(await fixture())
  if (choices === null) throw new Error('the fixture has memberships')
  return choices
}

test('the atlas offers what the facts hold, in whole years up to the newest document', async () => {
  expect(await choicesOf()).toMatchObject({
    organisations: [{ id: league, name: 'Harbour League' }],
    organisation: league,
    first: '1980-01',
    last: '1995-12',
    date: '1995-12',
  })
})

test('a course without memberships has no atlas', async () => {
  expect(atlasChoices({ ...(await fixture()), facts: [] })).toBeNull()
})

test('a month leads to the change before and the change after it', async () => {
  const changes = atlasChanges((await fixture()).facts)
  const beside = (text: string) => {
    const month = readMonth(text)
    if (month === null) throw new Error(`${text} is not a month`)
    const { previous, next } = changesBeside(changes, month)
    return [previous?.date, next?.date]
  }
  expect(beside('1980-01')).toEqual([undefined, '1980-03'])
  expect(beside('1984-01')).toEqual(['1980-03', '1992-05'])
  expect(beside('1984-02')).toEqual(['1984', '1992-05'])
  expect(beside('1995-12')).toEqual(['1992-05', undefined])
})

describe('the address', () => {
  test('nothing, or empty fields of a form, mean the defaults', async () => {
    const choices = await choicesOf()
    const { organisation, date } = choices
    const start = { ok: true, value: { organisation, date, state: null } }
    expect(readAtlasQuery(choices, {})).toEqual(start)
    expect(readAtlasQuery(choices, { organisation: '', date: '', state: '', utm: 'x' })).toEqual(
      start,
    )
  })

  test.each([
    [{ organisation: 'pilots' }, 'no organisation “pilots”'],
    [{ date: '1979-12' }, '“1979-12” is not a month from January 1980 to December 1995'],
    [{ date: '1996-01' }, 'is not a month'],
    [{ date: '1990' }, 'Write a month as `1995-12`'],
    [{ state: 'league' }, 'no state “league”'],
    [{ state: '__proto__' }, 'no state'],
    [{ date: ['1990-01', '1991-01'] }, '`date` more than once'],
    [{ state: 'x'.repeat(5000) }, `“${'x'.repeat(40)}…”`],
  ])('%j is refused with what is wrong', async (asked, message) => {
    const place = readAtlasQuery(await choicesOf(), asked)
    expect(place.ok ? '' : place.error).toContain(message)
  })

  test('every place is read back from its address', async () => {
    const choices = await choicesOf()
    const months = fc.integer({ min: firstMonth(choices.first), max: firstMonth(choices.last) })
    const states = fc.option(fc.constantFrom(...choices.states.map(({ id }) => id)))
    fc.assert(
      fc.property(months, states, (month, state) => {
        const place = { organisation: league, date: dateOfMonth(month), state }
        const params = new URL(atlasHref(place), 'http://x').searchParams
        expect(readAtlasQuery(choices, Object.fromEntries(params))).toEqual({
          ok: true,
          value: place,
        })
      }),
    )
  })

  test('no text makes it throw', async () => {
    const choices = await choicesOf()
    const value = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined))
    fc.assert(
      fc.property(fc.record({ organisation: value, date: value, state: value }), (asked) => {
        readAtlasQuery(choices, asked)
      }),
    )
  })
})

describe('a state’s card', () => {
  test('has its periods in each organisation with the facts that began and ended them', async () => {
    const changes = atlasChanges((await fixture()).facts)
    expect(membershipTimes(changes, asEntityId('ca'))).toMatchObject([
      {
        organisation: league,
        role: 'member',
        began: { fact: 'tid-founded' },
        ended: { fact: 'qua-exit', date: '1992-05' },
      },
    ])
    expect(membershipTimes(changes, asEntityId('el'))).toEqual([])
  })

  test('becoming a member ends being an observer', async () => {
    const { facts } = await fixture()
    const changes = atlasChanges(facts)
    const guest = changes.find(({ role }) => role === 'observer')
    if (guest === undefined) throw new Error('the fixture has an observer')
    const joined = { ...guest, role: 'member' as const, date: dateOfMonth(1990 * 12) }
    expect(membershipTimes([...changes, joined], asEntityId('du'))).toMatchObject([
      { role: 'observer', began: { date: '1984' }, ended: { date: '1990-01' } },
      { role: 'member', began: { date: '1990-01' }, ended: null },
    ])
  })

  test('has each fact that names the state once, the most specific first', async () => {
    const catalogue = await fixture()
    const look = lookUp(catalogue)
    for (const { id, kind } of catalogue.entities) {
      if (kind !== 'state') continue
      const facts = stateFacts(look, id).flatMap((section) => section.facts)
      expect(new Set(facts).size).toBe(facts.length)
    }
    const [first] = stateFacts(look, asEntityId('ca')).at(-1)?.facts ?? []
    expect(first?.id).toBe('qua-exit')
  })
})

test('a report of a change is no dispute about it', async () => {
  const look = lookUp(await fixture())
  expect(disputesAbout(look, league).filter(({ changes }) => changes.length > 0)).toEqual([])
})
