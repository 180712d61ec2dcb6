import { tzOffset } from '@date-fns/tz'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY_MS, HOUR_MS } from '@/lib/kernel/duration'
import {
  addDays,
  type DayClock,
  startOfStudyDay,
  studyDayNamed,
  studyDayOf,
  withKnownDay,
} from '@/lib/kernel/study-day'

const at = (iso: string) => Date.parse(iso)

test.each<[string, string, string, number, string]>([
  ['the first of two instants', '2026-10-25', 'Europe/Berlin', 2, '2026-10-25T00:00:00Z'],
  ['the second hour is no start', '2026-10-25', 'Europe/Berlin', 3, '2026-10-25T02:00:00Z'],
  ['the end of the gap in spring', '2026-03-29', 'Europe/Berlin', 2, '2026-03-29T01:00:00Z'],
  ['an ordinary day', '2026-06-03', 'Europe/Berlin', 4, '2026-06-03T02:00:00Z'],
  ['a gap at midnight', '2018-11-04', 'America/Sao_Paulo', 0, '2018-11-04T03:00:00Z'],
  ['midnight, which came twice', '2026-11-01', 'America/Havana', 0, '2026-11-01T04:00:00Z'],
  ['a gap of half an hour', '2026-10-04', 'Australia/Lord_Howe', 2, '2026-10-03T15:30:00Z'],
  ['half an hour that came twice', '2026-04-05', 'Australia/Lord_Howe', 2, '2026-04-04T15:30:00Z'],
  ['the day that Samoa skipped', '2011-12-30', 'Pacific/Apia', 4, '2011-12-30T10:00:00Z'],
  ['the day after it', '2011-12-31', 'Pacific/Apia', 4, '2011-12-30T14:00:00Z'],
  ['a jump back over the hour', '2026-10-25', 'Antarctica/Troll', 2, '2026-10-25T00:00:00Z'],
  ['an offset of 45 minutes', '2026-06-03', 'Asia/Kathmandu', 4, '2026-06-02T22:15:00Z'],
])('the start of a day is %s', (_, day, zone, rolloverHour, start) => {
  expect(new Date(startOfStudyDay(studyDayNamed(day), { zone, rolloverHour }))).toEqual(
    new Date(at(start)),
  )
})

const ZONES = Intl.supportedValuesOf('timeZone')
const zone = fc.constantFrom(...ZONES)
const hour = fc.integer({ min: 0, max: 23 })
const FIRST = studyDayNamed('1973-01-01')
const LAST = studyDayNamed('2037-12-31')

/** Every instant from the start of a day up to the next start has that day, and no other has. */
function expectWholeDay(day: ReturnType<typeof studyDayOf>, clock: DayClock, share: number): void {
  const start = startOfStudyDay(day, clock)
  const end = startOfStudyDay(addDays(day, 1), clock)
  expect(start).toBeLessThanOrEqual(end)
  expect(studyDayOf(start - 1, clock)).toBeLessThan(day)
  if (start === end) return
  for (const instant of [start, end - 1, Math.floor(start + share * (end - start - 1))]) {
    expect([instant, studyDayOf(instant, clock)]).toEqual([instant, day])
  }
}

test('a day is the time from its start to the next start, in every zone', () => {
  const day = fc.integer({ min: FIRST, max: LAST }).map((value) => addDays(FIRST, value - FIRST))
  fc.assert(
    fc.property(
      zone,
      hour,
      day,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (name, rolloverHour, some, share) =>
        expectWholeDay(some, { zone: name, rolloverHour }, share),
    ),
    { numRuns: 1000 },
  )
})

/** Days of a year on which a zone changes its offset, with the days around them. */
function daysOfChange(name: string, year: number): number[] {
  const days: number[] = []
  const first = Date.UTC(year, 0, 1)
  for (let day = 0; day < 366; day += 1) {
    const from = first + day * DAY_MS
    if (tzOffset(name, new Date(from)) !== tzOffset(name, new Date(from + DAY_MS))) {
      days.push(day - 1, day, day + 1)
    }
  }
  return days.map((day) => first / DAY_MS + day)
}

test('the same holds on the days on which a zone changes its offset', () => {
  const year = fc.integer({ min: 1974, max: 2036 })
  fc.assert(
    fc.property(
      zone,
      year,
      hour,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (name, some, rolloverHour, share) => {
        for (const day of daysOfChange(name, some)) {
          expectWholeDay(addDays(FIRST, day - FIRST), { zone: name, rolloverHour }, share)
        }
      },
    ),
    { numRuns: 150 },
  )
})

test('a day that began stays begun when the clock goes back over its first hour', () => {
  const clock = { zone: 'Antarctica/Troll', rolloverHour: 2 }
  const day = studyDayNamed('2026-10-25')
  for (let ms = at('2026-10-25T00:00:00Z'); ms < at('2026-10-25T03:00:00Z'); ms += HOUR_MS / 4) {
    expect(studyDayOf(ms, clock)).toBe(day)
  }
})

test('a clock that knows one day says of every instant what the clock without it says', () => {
  const instant = fc.integer({ min: FIRST * DAY_MS, max: LAST * DAY_MS })
  const beside = fc.integer({ min: -3 * DAY_MS, max: 3 * DAY_MS })
  fc.assert(
    fc.property(zone, hour, instant, beside, (name, rolloverHour, now, away) => {
      const clock = { zone: name, rolloverHour }
      const knowing = withKnownDay(clock, now)
      for (const at of [now, now + away, knowing.known?.from ?? now, knowing.known?.until ?? now]) {
        expect(studyDayOf(at, knowing)).toBe(studyDayOf(at, clock))
      }
    }),
  )
})
