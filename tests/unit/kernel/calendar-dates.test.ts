import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY_MS } from '@/lib/kernel/duration'
import {
  asStudyDay,
  isIsoDate,
  isoDate,
  startOfUtcDay,
  studyDayNamed,
  utcDayOf,
} from '@/lib/kernel/study-day'

const day = fc.integer({ min: -700_000, max: 2_900_000 }).map(asStudyDay)

test('law: a study day is the one that its calendar date names', () => {
  fc.assert(
    fc.property(day, (day) => {
      expect(isIsoDate(isoDate(day))).toBe(true)
      expect(studyDayNamed(isoDate(day))).toBe(day)
    }),
  )
})

test('law: a calendar day in UTC holds its first and its last millisecond', () => {
  fc.assert(
    fc.property(day, (day) => {
      expect(utcDayOf(startOfUtcDay(day))).toBe(day)
      expect(utcDayOf(startOfUtcDay(day) + DAY_MS - 1)).toBe(day)
    }),
  )
})

test('only a whole calendar date is one', () => {
  for (const text of [
    '',
    '2026',
    '2026-1-5',
    '2026-13-01',
    '2026-01-05T00:00',
    'tomorrow',
    ' 2026-01-05',
  ]) {
    expect(isIsoDate(text)).toBe(false)
  }
})
