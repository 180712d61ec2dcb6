import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, asStudyDay, startOfStudyDay, studyDayOf } from '@/lib/kernel/study-day'
import { backOffMs } from '@/lib/reminder/back-off'
import { digestOccasion, summaryOccasion } from '@/lib/reminder/when'

const HOUR = 3_600_000
const london = { zone: 'Europe/London', rolloverHour: 4 }
const clock = fc.record({
  zone: fc.constantFrom(
    'Europe/London',
    'America/New_York',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'America/Sao_Paulo',
    'Asia/Tehran',
    'UTC',
  ),
  rolloverHour: fc.integer({ min: 0, max: 23 }),
})
const instant = fc.integer({ min: Date.UTC(2010, 0), max: Date.UTC(2030, 0) })

test('a digest may go out from seven in the morning until seven in the evening', () => {
  const at = (hour: number) => digestOccasion(Date.UTC(2026, 10, 24, hour), london)
  expect(at(6)).toBeNull()
  expect(at(7)).toEqual({ day: asStudyDay(20_781), since: Date.UTC(2026, 10, 24, 7) })
  expect(at(18)).not.toBeNull()
  expect(at(19)).toBeNull()
})

test('a study day that begins at noon is digested at noon', () => {
  const late = { ...london, rolloverHour: 12 }
  expect(digestOccasion(Date.UTC(2026, 10, 24, 11, 59), late)).toBeNull()
  expect(digestOccasion(Date.UTC(2026, 10, 24, 12), late)?.day).toBe(20_781)
})

test('on the nights of a clock change seven o’clock stays seven o’clock', () => {
  expect(digestOccasion(Date.UTC(2026, 2, 29, 6), london)?.since).toBe(Date.UTC(2026, 2, 29, 6))
  expect(digestOccasion(Date.UTC(2026, 9, 25, 6, 59), london)).toBeNull()
  expect(digestOccasion(Date.UTC(2026, 9, 25, 7), london)).not.toBeNull()
})

test('law: the day of a digest is the study day that runs, and every study day has its hours', () => {
  fc.assert(
    fc.property(instant, clock, (now, clock) => {
      const occasion = digestOccasion(now, clock)
      const today = studyDayOf(now, clock)
      if (occasion) expect(occasion.day).toBe(today)
      const first = startOfStudyDay(today, {
        ...clock,
        rolloverHour: Math.max(7, clock.rolloverHour),
      })
      // A day that a zone left out of its calendar has none.
      if (studyDayOf(first, clock) === today)
        expect(digestOccasion(first, clock)).toEqual({ day: today, since: first })
    }),
  )
})

test('law: the day of a summary is a Monday that has started, at most three days ago', () => {
  fc.assert(
    fc.property(instant, clock, (now, clock) => {
      const occasion = summaryOccasion(now, clock)
      if (!occasion) return
      expect(new Date(occasion.day * 24 * HOUR).getUTCDay()).toBe(1)
      expect(occasion.since).toBeLessThanOrEqual(now)
      expect(now - occasion.since).toBeLessThan(72 * HOUR)
      expect(occasion.day).toBeGreaterThan(addDays(studyDayOf(now, clock), -4))
    }),
  )
})

test('a mail server that fails is asked after 5, 10, 20 minutes and then every hour', () => {
  expect([0, 1, 2, 3, 4, 5, 40].map((n) => backOffMs(n) / 60_000)).toEqual([
    0, 5, 10, 20, 40, 60, 60,
  ])
})
