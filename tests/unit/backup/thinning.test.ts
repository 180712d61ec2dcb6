import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueIn, fileNameOf } from '@/lib/backup/file-name'
import { toThinOut } from '@/lib/backup/thinning'
import { DAY_MS } from '@/lib/kernel/duration'

const KEEP = { days: 7, weeks: 5, months: 12 }
const START = Date.UTC(2024, 0, 1, 1)

const instants = fc.array(fc.integer({ min: START, max: START + 900 * DAY_MS }), { maxLength: 200 })
const keeps = fc.record({ days: fc.nat(9), weeks: fc.nat(9), months: fc.nat(9) })

const left = (made: readonly number[], keep = KEEP) => {
  const out = new Set(toThinOut(made, keep))
  return [...new Set(made)].filter((at) => !out.has(at)).sort((a, b) => a - b)
}

test('only what was made is thinned out, and the newest always stays', () => {
  fc.assert(
    fc.property(instants, keeps, (made, keep) => {
      for (const at of toThinOut(made, keep)) expect(made).toContain(at)
      if (made.length > 0) expect(left(made, keep)).toContain(Math.max(...made))
    }),
  )
})

test('no more stay than days, weeks and months are kept', () => {
  fc.assert(
    fc.property(instants, keeps, (made, keep) => {
      const most = Math.max(1, keep.days + keep.weeks + keep.months)
      expect(left(made, keep).length).toBeLessThanOrEqual(most)
    }),
  )
})

test('thinning each day leaves what thinning once at the end leaves', () => {
  fc.assert(
    fc.property(instants, (made) => {
      let kept: number[] = []
      for (const at of [...made].sort((a, b) => a - b)) kept = left([...kept, at])
      expect(kept).toEqual(left(made))
    }),
  )
})

test('a backup a day for two years leaves each of 7 days, 5 weeks and 12 months', () => {
  const made = Array.from({ length: 730 }, (_, day) => START + day * DAY_MS)
  const kept = left(made)
  const newest = made.at(-1) ?? 0
  for (let day = 0; day < 7; day += 1) expect(kept).toContain(newest - day * DAY_MS)
  const months = new Set(kept.map((at) => new Date(at).toISOString().slice(0, 7)))
  expect(months.size).toBe(12)
  const weeksBack = kept.map((at) => Math.floor((newest - at) / (7 * DAY_MS)))
  for (let week = 0; week < 5; week += 1) expect(weeksBack).toContain(week)
})

test('a file name says for when it was due, and other names say nothing', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 30_000 }),
      fc.integer({ min: 0, max: 1439 }),
      (day, minute) => {
        const due = day * DAY_MS + minute * 60_000
        expect(dueIn(fileNameOf(due))).toBe(due)
      },
    ),
  )
  for (const name of [
    'steppe-2026-11-29T0100Z.sql.gz.part-7',
    'mine.sql.gz',
    'steppe-9999-99-99T9999Z.sql.gz',
  ]) {
    expect(dueIn(name)).toBeNull()
  }
})
