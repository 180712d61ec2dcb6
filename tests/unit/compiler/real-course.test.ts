import { beforeAll, describe, expect, test } from 'vitest'
import { coverageOf } from '@/lib/course/coverage'
import { membershipChanges, membershipsAt } from '@/lib/course/memberships'
import { isPartialDate } from '@/lib/course/partial-date'
import type { Catalogue } from '@/lib/course/types'
import { asEntityId } from '@/lib/kernel/ids'
import { lessonContents } from '@/lib/review/view/lesson-contents'
import { compileFolder } from '../../support/real-course'

let catalogue: Catalogue

beforeAll(async () => {
  catalogue = await compileFolder()
})

const at = (organisation: string, date: string) => {
  if (!isPartialDate(date)) throw new Error(`${date} is not a date`)
  const changes = membershipChanges(catalogue.facts)
  const { members, observers, former } = membershipsAt(changes, asEntityId(organisation), date)
  return { members: [...members].sort(), observers: [...observers].sort(), former: [...former] }
}

describe('the course that comes with Steppe', () => {
  test('has no fault and is the whole course', () => {
    const { lessons, questions } = catalogue
    expect(lessons.length).toBeGreaterThanOrEqual(25)
    expect(lessons.length).toBeLessThanOrEqual(35)
    expect(questions.length).toBeGreaterThanOrEqual(420)
    expect(new Set(questions.map(({ kind }) => kind)).size).toBe(9)
    expect(questions.filter(({ topic }) => topic === 'disagreements').length).toBeGreaterThan(30)
  })

  test('teaches and tests every paragraph of every document, or says why not', () => {
    const paragraphs = coverageOf(catalogue).flatMap((source) => source.paragraphs)
    expect(paragraphs).toHaveLength(137)
    const open = paragraphs.filter(({ status }) => status !== 'covered' && status !== 'left out')
    expect(open).toEqual([])
  })

  test('teaches every fact in a lesson and tests it by a question', () => {
    const taught = new Set(catalogue.lessons.flatMap(({ facts }) => facts))
    const tested = new Set(catalogue.questions.flatMap(({ facts }) => facts))
    expect(catalogue.facts.filter(({ id }) => !taught.has(id) || !tested.has(id))).toEqual([])
  })

  test('weaves four to eight prompts and a picture into every lesson', () => {
    for (const { id, recalls, blocks, minutes } of catalogue.lessons) {
      expect([id, recalls.length]).toEqual([id, Math.min(8, Math.max(4, recalls.length))])
      expect([id, minutes]).toEqual([id, Math.min(12, Math.max(8, minutes))])
      const pictures = blocks.filter(
        (block) =>
          block.kind === 'map' ||
          block.kind === 'timeline' ||
          (block.kind === 'html' && block.html.includes('<table')),
      )
      expect([id, pictures.length > 0]).toEqual([id, true])
    }
  })

  test('has lessons in several parts, each with an id of its own and a title in words', () => {
    for (const { id, blocks } of catalogue.lessons) {
      const { parts } = lessonContents(blocks)
      expect(parts.length, id).toBeGreaterThan(1)
      expect(new Set(parts.map((part) => part.id)).size, id).toBe(parts.length)
      for (const { title } of parts) expect(title, id).toMatch(/^[^<>&;]+$/)
    }
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
