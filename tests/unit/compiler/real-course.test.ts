import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { readCourse } from '@/lib/compiler/read'
import { membershipChanges, membershipsAt } from '@/lib/course/memberships'
import { isPartialDate } from '@/lib/course/partial-date'
import type { Catalogue } from '@/lib/course/types'
import { asEntityId } from '@/lib/kernel/ids'
import { compiled } from '../../support/course-fixture'

const folder = fileURLToPath(new URL('../../../content/central-asia', import.meta.url))
let catalogue: Catalogue

beforeAll(async () => {
  catalogue = compiled(await readCourse(folder))
})

const at = (organisation: string, date: string) => {
  if (!isPartialDate(date)) throw new Error(`${date} is not a date`)
  const changes = membershipChanges(catalogue.facts)
  const { members, observers, former } = membershipsAt(changes, asEntityId(organisation), date)
  return { members: [...members].sort(), observers: [...observers].sort(), former: [...former] }
}

describe('the course that comes with Steppe', () => {
  test('has no fault and is worth two modules', () => {
    expect(catalogue.lessons.length).toBeGreaterThanOrEqual(6)
    expect(catalogue.questions.length).toBeGreaterThanOrEqual(90)
    expect(new Set(catalogue.questions.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(6)
  })

  test('six states sign the Treaty in May 1992, and the Organisation has seven in June 2007', () => {
    expect(at('cst', '1992-05').members).toEqual(['am', 'kg', 'kz', 'ru', 'tj', 'uz'])
    expect(at('csto', '2007-06').members).toEqual(['am', 'by', 'kg', 'kz', 'ru', 'tj', 'uz'])
  })

  test('Uzbekistan is out of the Organisation before June 2006 and from June 2012 on', () => {
    expect(at('csto', '2006-05').members).not.toContain('uz')
    expect(at('csto', '2006-06').members).toContain('uz')
    expect(at('csto', '2012-05').members).toContain('uz')
    expect(at('csto', '2012-06')).toMatchObject({ former: ['uz'] })
  })

  test('three states left the Treaty in 1999', () => {
    expect(at('cst', '1998').former).toEqual([])
    expect(at('cst', '1999').former.sort()).toEqual(['az', 'ge', 'uz'])
  })

  test('the SCO of June 2007 has six members and four observers', () => {
    expect(at('sco', '2007-06')).toMatchObject({
      members: ['cn', 'kg', 'kz', 'ru', 'tj', 'uz'],
      observers: ['in', 'ir', 'mn', 'pk'],
    })
  })
})
