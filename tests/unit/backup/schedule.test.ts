import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backupDue, latestDue, timeOfDay, trialDue } from '@/lib/backup/schedule'
import { DAY_MS, HOUR_MS } from '@/lib/kernel/duration'

const ONE = 60
const at = (text: string) => Date.parse(`2026-${text}:00Z`)
const SINCE = at('11-01T12:00')

test('a backup is due from its time on, once a day', () => {
  const ask = (now: string, newestMade: string | null) =>
    backupDue({
      now: at(now),
      time: ONE,
      newestMade: newestMade === null ? null : at(newestMade),
      since: SINCE,
    })
  expect(ask('11-29T00:59', '11-28T01:02')).toBeNull()
  expect(ask('11-29T01:00', '11-28T01:02')).toBe(at('11-29T01:00'))
  expect(ask('11-29T18:00', '11-29T01:02')).toBeNull()
  expect(ask('11-29T18:00', '11-27T01:02')).toBe(at('11-29T01:00'))
})

test('a new installation waits for the first time that comes', () => {
  const ask = (now: string) =>
    backupDue({ now: at(now), time: ONE, newestMade: null, since: SINCE })
  expect(ask('11-01T20:00')).toBeNull()
  expect(ask('11-02T01:00')).toBe(at('11-02T01:00'))
})

test('the latest time a backup was due is never ahead, and less than a day ago', () => {
  fc.assert(
    fc.property(fc.nat(2_000_000_000), fc.nat(1439), (seconds, time) => {
      const now = seconds * 1000
      const due = latestDue(now, time)
      expect(due).toBeLessThanOrEqual(now)
      expect(now - due).toBeLessThan(DAY_MS)
      expect(new Date(due).getUTCHours() * 60 + new Date(due).getUTCMinutes()).toBe(time)
    }),
  )
})

test('a trial is due after a week, and when there was none', () => {
  expect(trialDue(SINCE, null)).toBe(true)
  expect(trialDue(SINCE + 6 * DAY_MS, SINCE)).toBe(false)
  expect(trialDue(SINCE + 7 * DAY_MS - HOUR_MS, SINCE)).toBe(true)
})

test('a time is read as hours and minutes, and nothing else is', () => {
  expect(timeOfDay('01:00')).toBe(60)
  expect(timeOfDay('23:59')).toBe(1439)
  for (const text of ['', '1:00', '24:00', '01:60', '0100', ' 01:00']) {
    expect(timeOfDay(text)).toBeNull()
  }
})
