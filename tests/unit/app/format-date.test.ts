import { describe, expect, test } from 'vitest'
import {
  formatDate,
  formatDateTime,
  formatLastSeen,
  formatSecond,
  formatTime,
  formatUntil,
  weekdayAndDay,
} from '@/app/_format/format-date'
import { dateInWords, dayAndMonth } from '@/lib/kernel/calendar-words'

const clock = { zone: 'Asia/Bishkek', rolloverHour: 4 }
const at = (iso: string) => Date.parse(`${iso}+06:00`)
const now = at('2011-03-14T09:00:00')

describe('dates as people read them', () => {
  test('the reader’s zone decides the date, not the server’s', () => {
    const late = Date.parse('2011-03-13T19:30:00Z')
    expect(formatDate(late, 'Asia/Bishkek')).toBe('14 March 2011')
    expect(formatDateTime(late, 'Europe/London')).toBe('13 March 2011, 19:30 (London, UTC+0)')
  })

  test('a study day has no zone', () => {
    expect(dayAndMonth('2011-03-14')).toBe('14 March')
  })

  test('a month has its year, and the date of today its weekday', () => {
    expect(dateInWords('2011-03')).toBe('March 2011')
    expect(weekdayAndDay(Date.parse('2011-03-13T19:30:00Z'), 'Asia/Bishkek')).toBe(
      'Monday 14 March',
    )
  })

  test('the zones of more people than there are kept formats do not mix', () => {
    const late = Date.parse('2011-03-13T19:30:00Z')
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      const own = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: zone })
      expect(formatDate(late, zone)).toBe(own.format(late))
    }
    expect(formatDate(late, 'Asia/Bishkek')).toBe('14 March 2011')
  })

  test('a time of day names its zone', () => {
    const instant = Date.parse('2011-07-13T19:30:05Z')
    expect(formatTime(instant, 'Europe/London')).toBe('20:30 (London, UTC+1)')
    expect(formatSecond(instant, 'Asia/Bishkek')).toBe('01:30:05 (Bishkek, UTC+6)')
    expect(formatTime(instant, 'UTC')).toBe('19:30 (UTC)')
  })

  test.each([
    [null, 'never'],
    [at('2011-03-14T05:00:00'), 'today'],
    [at('2011-03-14T03:59:00'), 'yesterday'],
    [at('2011-03-11T12:00:00'), '3 days ago'],
    [at('2011-01-02T12:00:00'), '2 January 2011'],
    [at('2011-03-14T09:00:05'), 'today'],
  ])('seen at %j reads %s', (instant, text) => {
    expect(formatLastSeen(instant, now, clock)).toBe(text)
  })

  test.each([
    [at('2011-03-15T03:00:00'), 'today'],
    [at('2011-03-15T09:00:00'), 'tomorrow'],
    [at('2011-03-21T09:00:00'), 'in 7 days'],
  ])('what ends at %j ends %s', (instant, text) => {
    expect(formatUntil(instant, now, clock)).toBe(text)
  })
})
