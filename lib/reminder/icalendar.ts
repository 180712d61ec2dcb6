import { addDays, isoDate, type StudyDay } from '../kernel/study-day'

/** An event on a whole day, which does not block the time of that day. */
export type AllDayEvent = {
  /** The same event has the same id each time the calendar is requested. */
  readonly uid: string
  readonly day: StudyDay
  readonly summary: string
  readonly description: string
}

type Calendar = {
  readonly name: string
  /** The instant (ms) of the last change to what the calendar is made from. */
  readonly stamp: number
  readonly events: readonly AllDayEvent[]
}

/** Text by RFC 5545: CRLF, lines folded at 75 octets, dates without a time zone. */
export function iCalendar({ name, stamp, events }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Steppe//Due reviews//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    // NAME and REFRESH-INTERVAL are defined by RFC 7986. Older programs read the X- properties
    // instead.
    `NAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT3H',
    'X-PUBLISHED-TTL:PT3H',
    ...(events.length === 0 ? NO_EVENTS : events.flatMap((event) => eventLines(event, stamp))),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/**
 * RFC 5545 section 3.6 requires at least one component, and some programs refuse a calendar without
 * one. A time zone shows nothing.
 */
const NO_EVENTS: readonly string[] = [
  'BEGIN:VTIMEZONE',
  'TZID:Etc/UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'TZNAME:UTC',
  'END:STANDARD',
  'END:VTIMEZONE',
]

const eventLines = ({ uid, day, summary, description }: AllDayEvent, stamp: number) => [
  'BEGIN:VEVENT',
  `UID:${escaped(uid)}`,
  `DTSTAMP:${new Date(stamp).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`,
  `DTSTART;VALUE=DATE:${dateOf(day)}`,
  `DTEND;VALUE=DATE:${dateOf(addDays(day, 1))}`,
  `SUMMARY:${escaped(summary)}`,
  `DESCRIPTION:${escaped(description)}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
]

const dateOf = (day: StudyDay): string => isoDate(day).replaceAll('-', '')

/** RFC 5545 section 3.3.11: TEXT. Other control characters are not allowed in it. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be written
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')

const OCTETS = 75

/** RFC 5545 section 3.1: no line is longer than 75 octets, and no character is split. */
function folded(line: string): string {
  let text = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > OCTETS) {
      text += '\r\n '
      octets = 1
    }
    text += character
    octets += size
  }
  return text
}

/** The number of octets of a character in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}
