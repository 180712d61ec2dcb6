import { beforeAll, describe, expect, test } from 'vitest'
import { isPartialDate, type PartialDate } from '@/lib/course/partial-date'
import { circlesView } from '@/lib/course/pictures/circles'
import { exercisesView, participantWords } from '@/lib/course/pictures/exercises'
import { readingsView } from '@/lib/course/pictures/readings'
import { sitesView } from '@/lib/course/pictures/sites'
import { wantsView } from '@/lib/course/pictures/wants'
import type { Catalogue } from '@/lib/course/types'
import { asEntityId } from '@/lib/kernel/ids'
import { compileFolder } from '../../support/real-course'

let catalogue: Catalogue

beforeAll(async () => {
  catalogue = await compileFolder()
})

const day = (text: string): PartialDate => {
  if (!isPartialDate(text)) throw new Error(`${text} is not a date`)
  return text
}
const exercise = (id: string) => {
  const found = exercisesView(catalogue).rows.find((row) => row.id === id)
  if (found === undefined) throw new Error(`there is no exercise ${id}`)
  return found
}

describe('the pictures of the course that comes with Steppe', () => {
  test('exercises stand in the order of time, and every one cites a paragraph', () => {
    const { rows } = exercisesView(catalogue)
    expect(rows.map(({ year }) => year)).toEqual(rows.map(({ year }) => year).toSorted())
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, i) => i + 1))
    expect(rows.filter(({ cites }) => cites.length === 0)).toEqual([])
  })

  test('a plan is drawn as a plan, also when only its size is one', () => {
    expect(exercise('peace-mission-2007')).toMatchObject({
      isPlan: true,
      size: { from: 3930, isPlan: true },
    })
    expect(exercise('center-2011')).toMatchObject({
      isPlan: false,
      size: { from: 12000, isPlan: true },
    })
    expect(exercise('peace-mission-2005')).toMatchObject({
      isPlan: false,
      size: { text: '8,800', isPlan: false },
    })
  })

  test('who came in June 2012 is derived from the memberships of that month', () => {
    expect(participantWords(exercise('peace-mission-2012'))?.split(', ').toSorted()).toEqual([
      'China',
      'Kazakhstan',
      'Kyrgyzstan',
      'Russia',
      'Tajikistan',
    ])
  })

  test('a base is shown as it was last reported, and before its end as in use', () => {
    const status = (id: string, date: string) =>
      sitesView(catalogue, day(date)).sites.find((site) => site.id === id)?.status
    expect(['2002-12', '2003-01'].map((date) => status('kant', date))).toEqual([
      'reported-later',
      'in-use',
    ])
    expect(['2005-10', '2005-11'].map((date) => status('khanabad', date))).toEqual([
      'in-use',
      'ended',
    ])
    expect(['2012-11', '2012-12'].map((date) => status('manas', date))).toEqual([
      'in-use',
      'to-end',
    ])
  })

  test('no two of the three Russian groups share an aim', () => {
    const who = ['military-industry', 'energy-industry', 'security-services'].map(asEntityId)
    for (const { aim, cells } of wantsView(catalogue, who).rows) {
      expect([aim, cells.filter((cites) => cites.length > 0).length]).toEqual([aim, 1])
    }
  })

  test('one party is shown by documents, from the oldest to the newest', () => {
    const { columns, who } = wantsView(catalogue, [asEntityId('cn')])
    expect([who, columns.map(({ id }) => id)]).toEqual([
      'China',
      ['janes-fissures', 'russian-ca-security', 'russia-china-vie', 'energy-china-central-asia'],
    ])
  })

  test('the withdrawal has seven readings by date, one of them silence', () => {
    const { rows } = readingsView(catalogue, 'afghan-withdrawal')
    expect(rows.map(({ source }) => source)).toEqual([
      'beg',
      'obs',
      'rca',
      'vie',
      'vie',
      'vie',
      'cca',
    ])
    expect(rows.map(({ words }) => words === null)).toEqual([
      false,
      false,
      true,
      false,
      false,
      false,
      false,
    ])
  })

  test('five states are in both organisations in June 2007, and four in June 2012', () => {
    const both = (date: string) =>
      circlesView(catalogue, [asEntityId('csto'), asEntityId('sco')], day(date)).both.map(
        ({ name }) => name,
      )
    expect(both('2007-06').toSorted()).toEqual([
      'Kazakhstan',
      'Kyrgyzstan',
      'Russia',
      'Tajikistan',
      'Uzbekistan',
    ])
    expect(both('2012-06')).toHaveLength(4)
  })
})
