import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isZone } from '@/lib/kernel/study-day'
import { hourIn, placeOf, sameClock, zoneWords } from '@/lib/kernel/zone'

const SUMMER = Date.UTC(2026, 6, 15)
const WINTER = Date.UTC(2026, 0, 15)

test.each([
  ['Asia/Almaty', SUMMER, 'Almaty, UTC+5'],
  ['Europe/Berlin', SUMMER, 'Berlin, UTC+2'],
  ['Europe/Berlin', WINTER, 'Berlin, UTC+1'],
  ['Asia/Kathmandu', SUMMER, 'Kathmandu, UTC+5:45'],
  ['America/St_Johns', WINTER, 'St Johns, UTC−3:30'],
  ['America/Argentina/Buenos_Aires', SUMMER, 'Buenos Aires, UTC−3'],
  ['Europe/London', WINTER, 'London, UTC+0'],
  ['UTC', SUMMER, 'UTC'],
  ['Etc/UTC', SUMMER, 'UTC'],
  ['GMT', SUMMER, 'UTC'],
  ['Etc/GMT+5', SUMMER, 'UTC−5'],
  ['Etc/GMT-14', SUMMER, 'UTC+14'],
  ['EST5EDT', WINTER, 'EST5EDT, UTC−5'],
])('%s is named by its place and its offset at that instant', (zone, at, words) => {
  expect(zoneWords(zone, at)).toBe(words)
})

test('a place is named in plain words', () => {
  expect(placeOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires')
  expect(placeOf('Etc/GMT+5')).toBe('UTC')
})

test.each([
  ['Asia/Calcutta', 'Asia/Kolkata', true],
  ['Europe/Kiev', 'Europe/Kyiv', true],
  ['Asia/Katmandu', 'Asia/Kathmandu', true],
  ['UTC', 'Etc/UTC', true],
  ['UTC', 'Atlantic/Reykjavik', true],
  ['Europe/Berlin', 'Europe/Paris', true],
  ['Europe/London', 'UTC', false],
  ['Europe/Berlin', 'Africa/Lagos', false],
  ['America/Phoenix', 'America/Denver', false],
  ['UTC', 'Asia/Almaty', false],
  ['Australia/Lord_Howe', 'Australia/Sydney', false],
])('whether the clocks of %s and %s agree for a year: %s', (one, other, agree) => {
  for (const now of [SUMMER, WINTER]) {
    expect(sameClock(one, other, now)).toBe(agree)
    expect(sameClock(other, one, now)).toBe(agree)
  }
})

test('the hour is that of the zone’s clocks', () => {
  expect(hourIn('Asia/Kathmandu', Date.UTC(2026, 6, 15, 22, 14))).toBe(3)
  expect(hourIn('Asia/Kathmandu', Date.UTC(2026, 6, 15, 22, 15))).toBe(4)
  expect(hourIn('America/St_Johns', Date.UTC(1969, 6, 15, 1, 0))).toBe(22)
})

test('every zone has words, and a clock of its own agrees with itself', () => {
  const zone = fc.constantFrom('UTC', ...Intl.supportedValuesOf('timeZone'))
  fc.assert(
    fc.property(zone, (name) => {
      expect(isZone(name)).toBe(true)
      expect(zoneWords(name, SUMMER)).toMatch(/UTC([+−]\d{1,2}(:\d\d)?)?$/)
      expect(sameClock(name, name, SUMMER)).toBe(true)
    }),
  )
})
