import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type LookUp, lookUp } from '@/lib/course/look-up'
import { asFactId } from '@/lib/kernel/ids'
import { TIMELINE_LANES, type TimelineMark, timelineMarks } from '@/lib/reference/timeline'
import { clustersOf, isInWindow, yearsOfCluster } from '@/lib/reference/timeline-layout'
import { readTimelineQuery, timelineHref } from '@/lib/reference/timeline-query'
import {
  domainOf,
  shift,
  type YearWindow,
  yearsIn,
  zoomIn,
  zoomOut,
} from '@/lib/reference/timeline-window'
import { compileFolder } from '../../support/real-course'

let look: LookUp
let marks: readonly TimelineMark[]
let domain: YearWindow
beforeAll(async () => {
  look = lookUp(await compileFolder())
  marks = timelineMarks(look)
  domain = domainOf(marks)
})

const windows = () =>
  fc
    .tuple(fc.integer({ min: domain.from, max: domain.to }), fc.nat({ max: 80 }))
    .map(([from, more]) => ({ from, to: Math.min(domain.to, from + more) }))

describe('marks', () => {
  test('every fact is on the timeline once', () => {
    expect(new Set(marks.map(({ fact }) => fact)).size).toBe(marks.length)
    expect(marks).toHaveLength(look.catalogue.facts.length)
  })

  test('a plan or forecast is never among what happened', () => {
    for (const { fact, lane } of marks) {
      const kind = look.fact(fact)?.kind
      expect([fact, lane === 'forecasts']).toEqual([fact, kind === 'plan' || kind === 'forecast'])
    }
  })

  test('Uzbekistan’s exit is a membership of June 2012', () => {
    const exit = marks.find(({ fact }) => fact === asFactId('cca-uz-left-csto-2012'))
    expect(exit).toMatchObject({ lane: 'memberships', from: '2012-06', label: 'CSTO' })
  })
})

describe('clusters', () => {
  test('show each mark of the window exactly once, in order and apart', () => {
    fc.assert(
      fc.property(windows(), (window) => {
        for (const lane of TIMELINE_LANES) {
          const own = marks.filter((mark) => mark.lane === lane)
          const clusters = clustersOf(own, window)
          expect(clusters.flatMap((cluster) => cluster.marks)).toEqual(
            own.filter((mark) => isInWindow(mark, window)),
          )
          clusters.forEach(({ x, width }, at) => {
            expect(x + width).toBeLessThanOrEqual(100.1)
            expect(x - (clusters[at - 1]?.x ?? -10)).toBeGreaterThan(3)
          })
        }
      }),
    )
  })

  test('lead to years that show every mark they count', () => {
    fc.assert(
      fc.property(windows(), fc.constantFrom(...TIMELINE_LANES), (window, lane) => {
        const own = marks.filter((mark) => mark.lane === lane)
        for (const cluster of clustersOf(own, window)) {
          const years = yearsOfCluster(cluster)
          expect(cluster.marks.filter((mark) => !isInWindow(mark, years))).toEqual([])
        }
      }),
    )
  })
})

describe('zoom', () => {
  test('stays inside the years there are, and never shows none', () => {
    fc.assert(
      fc.property(windows(), (window) => {
        const moved = [
          zoomIn(window, domain),
          zoomOut(window, domain),
          shift(window, -1, domain),
          shift(window, 1, domain),
        ]
        for (const { from, to } of moved) {
          expect(from).toBeGreaterThanOrEqual(domain.from)
          expect(to).toBeLessThanOrEqual(domain.to)
          expect(to).toBeGreaterThanOrEqual(from)
        }
      }),
    )
  })

  test('in lies within, out lies around, and moving keeps the length', () => {
    fc.assert(
      fc.property(windows(), (window) => {
        const inner = zoomIn(window, domain)
        const outer = zoomOut(window, domain)
        expect(inner.from >= window.from && inner.to <= window.to).toBe(true)
        expect(outer.from <= window.from && outer.to >= window.to).toBe(true)
        expect(yearsIn(shift(window, 1, domain))).toBe(yearsIn(window))
      }),
    )
  })
})

describe('an address', () => {
  const choices = () => ({
    domain,
    opening: domain,
    topics: look.catalogue.course.topics,
    sources: look.catalogue.sources,
  })

  test('is read back as it was written', () => {
    fc.assert(
      fc.property(
        windows(),
        fc.constantFrom(null, ...look.catalogue.course.topics.map(({ id }) => id)),
        fc.constantFrom(null, ...look.catalogue.sources.map(({ id }) => id)),
        (window, topic, source) => {
          const place = { window, topic, source }
          const params = new URL(timelineHref(place), 'http://x').searchParams
          expect(readTimelineQuery(choices(), Object.fromEntries(params))).toEqual({
            ok: true,
            value: place,
          })
        },
      ),
    )
  })

  test.each([
    [{ from: '1800' }, '1800'],
    [{ from: '2012', to: '2007' }, 'is after the last'],
    [{ from: 'soon' }, 'soon'],
    [{ to: '99999999999999999999' }, 'is not a year'],
    [{ topic: 'cooking' }, 'cooking'],
    [{ source: 'the-web' }, 'the-web'],
    [{ topic: ['energy', 'stability'] }, 'more than once'],
  ])('%j is refused with what is wrong', (asked, said) => {
    const read = readTimelineQuery(choices(), asked)
    expect(read.ok ? '' : read.error).toContain(said)
  })
})
