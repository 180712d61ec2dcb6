import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { lookUp } from '@/lib/course/look-up'
import type { Catalogue } from '@/lib/course/types'
import { fitting } from '@/lib/reference/brief-facts'
import { briefView } from '@/lib/reference/view/brief'
import { compileFolder } from '../../support/real-course'

let catalogue: Catalogue

beforeAll(async () => {
  catalogue = await compileFolder()
})

const briefs = () =>
  catalogue.course.modules.map((module) => ({
    module,
    brief: briefView(lookUp(catalogue), module),
  }))

describe('a briefing sheet', () => {
  test('has every fact behind a core question of its module, each once', () => {
    for (const { module, brief } of briefs()) {
      const core = catalogue.questions.filter(
        (question) => question.module === module.id && question.depth === 'core',
      )
      const shown = [
        ...brief.facts,
        ...brief.disputes.flatMap(({ fact, against }) => [fact, ...against]),
      ].map(({ id }) => id)
      const wanted = core.flatMap(({ facts }) => facts)
      expect(wanted.filter((id) => !shown.includes(id))).toEqual([])
      expect(shown).toHaveLength(new Set(shown).size)
    }
  })

  test('has most of its facts on paper, in words or in its picture, and names a paragraph for each', () => {
    for (const { module, brief } of briefs()) {
      const printed = brief.facts.filter(({ isPrinted, isDrawn }) => isPrinted || isDrawn)
      expect([module.id, printed.length * 2 > brief.facts.length]).toEqual([module.id, true])
      expect(brief.facts.filter(({ cites }) => cites.length === 0)).toEqual([])
    }
  })

  test('lists the documents by date with the paragraphs that it cites', () => {
    for (const { brief } of briefs()) {
      const cited = new Set(brief.facts.flatMap(({ cites }) => cites.map(({ source }) => source)))
      expect(brief.sources.length).toBeGreaterThanOrEqual(cited.size)
      expect(brief.sources.every(({ paragraphs }) => /^¶\d+(, \d+)*$/.test(paragraphs))).toBe(true)
    }
  })
})

test('what is printed fits into its lines, and what is heavier comes first', () => {
  const item = fc.record({
    lines: fc.integer({ min: 1, max: 9 }),
    weight: fc.integer({ min: 0, max: 3 }),
  })
  fc.assert(
    fc.property(fc.array(item), fc.integer({ min: 0, max: 60 }), (items, room) => {
      const { taken, lines } = fitting(
        items,
        room,
        (one) => one.lines,
        (one) => one.weight,
      )
      expect(lines).toBeLessThanOrEqual(room)
      expect(taken).toEqual(items.filter((one) => taken.includes(one)))
      for (const left of items.filter((one) => !taken.includes(one))) {
        const heavier = taken.filter((one) => one.weight >= left.weight)
        expect(heavier.reduce((sum, one) => sum + one.lines, 0) + left.lines).toBeGreaterThan(room)
      }
    }),
  )
})
