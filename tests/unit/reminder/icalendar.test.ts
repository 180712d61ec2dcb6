import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { asStudyDay, isoDate } from '@/lib/kernel/study-day'
import { dueEvents } from '@/lib/reminder/due-calendar'
import { type AllDayEvent, iCalendar } from '@/lib/reminder/icalendar'

const text = fc.string({ unit: 'binary', maxLength: 120 })
const event: fc.Arbitrary<AllDayEvent> = fc.record({
  uid: fc.uuid(),
  day: fc.integer({ min: 0, max: 60_000 }).map(asStudyDay),
  summary: text,
  description: text,
})

/** Control characters have no place in a calendar; a line break is one whatever it is written as. */
const kept = (value: string) =>
  value
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what is left out
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')

test('law: another program’s parser reads back what was written', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 5 }), (events) => {
      const name = 'Steppe reviews'
      const written = iCalendar({ name, stamp: Date.UTC(2026, 10, 24, 7, 0, 1), events })
      const calendar = new ICAL.Component(ICAL.parse(written))
      expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe(name)
      const read = calendar.getAllSubcomponents('vevent').map((part) => {
        const { uid, startDate, endDate, summary, description } = new ICAL.Event(part)
        expect(part.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-11-24T07:00:01Z')
        return { uid, from: startDate.toString(), to: endDate.toString(), summary, description }
      })
      expect(read).toEqual(
        events.map(({ uid, day, summary, description }) => ({
          uid,
          from: isoDate(day),
          to: isoDate(asStudyDay(day + 1)),
          summary: kept(summary),
          description: kept(description),
        })),
      )
    }),
  )
})

test('law: lines end with CRLF and hold at most 75 octets, none of them half a character', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 3 }), text, (events, name) => {
      const written = iCalendar({ name, stamp: 0, events })
      const lines = written.split('\r\n')
      expect(lines.pop()).toBe('')
      for (const line of lines) {
        expect(line).not.toMatch(/[\r\n]/)
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(line.isWellFormed()).toBe(true)
      }
    }),
  )
})

test('a day with reviews and an assignment are one event each, with stable ids', () => {
  const calendar = {
    days: [4, 0, 1].map((reviews, i) => ({ day: asStudyDay(20_781 + i), reviews })),
    paceMs: 20_000,
    assignments: [{ id: 'a1', title: 'Membership', dueDay: asStudyDay(20_790) }],
    tag: 'abc',
  }
  const events = dueEvents(calendar)
  expect(events.map(({ summary }) => summary)).toEqual([
    '4 reviews, about 2 min',
    '1 review, about 1 min',
    'Due: Membership',
  ])
  expect(dueEvents(calendar).map(({ uid }) => uid)).toEqual(events.map(({ uid }) => uid))
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(3)
})

test('a calendar without events still has a component, as RFC 5545 section 3.6 requires', () => {
  const written = iCalendar({ name: 'Steppe reviews', stamp: 0, events: [] })
  const calendar = new ICAL.Component(ICAL.parse(written))
  const [only, ...others] = calendar.getAllSubcomponents()
  expect(others).toEqual([])
  expect(only?.name).toBe('vtimezone')
  expect(only?.getFirstPropertyValue('tzid')).toBe('Etc/UTC')
  const [standard] = only?.getAllSubcomponents('standard') ?? []
  for (const required of ['dtstart', 'tzoffsetfrom', 'tzoffsetto']) {
    expect(standard?.getFirstProperty(required)).not.toBeNull()
  }
})
