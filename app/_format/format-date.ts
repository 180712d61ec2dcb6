import { type DayClock, studyDayOf } from '@/lib/kernel/study-day'
import { zoneWords } from '@/lib/kernel/zone'

/** `14 March 2011`, in the reader's time zone. */
export function formatDate(instantMs: number, zone: string): string {
  return format(instantMs, 'date', zone)
}

/** `14 March 2011 (Bishkek, UTC+6)`, for a date that people in other zones rely on. */
export const formatDateIn = (instantMs: number, zone: string): string =>
  `${formatDate(instantMs, zone)} (${zoneWords(zone, instantMs)})`

/**
 * `14 March 2011, 16:05 (Bishkek, UTC+6)`. A time of day always names its zone: it may be read by
 * somebody in another zone, or after the account's zone was changed.
 */
export function formatDateTime(instantMs: number, zone: string): string {
  return `${formatDate(instantMs, zone)}, ${formatTime(instantMs, zone)}`
}

/** `16:05 (Bishkek, UTC+6)`. */
export function formatTime(instantMs: number, zone: string): string {
  return `${format(instantMs, 'minute', zone)} (${zoneWords(zone, instantMs)})`
}

/** `16:05:30 (Bishkek, UTC+6)`, where seconds count. */
export function formatSecond(instantMs: number, zone: string): string {
  return `${format(instantMs, 'second', zone)} (${zoneWords(zone, instantMs)})`
}

/** `today`, `yesterday`, `3 days ago`, and after a month the date. Counts study days. */
export function formatLastSeen(instantMs: number | null, nowMs: number, clock: DayClock): string {
  if (instantMs === null) return 'never'
  const days = studyDayOf(nowMs, clock) - studyDayOf(instantMs, clock)
  if (days <= 0) return 'today'
  if (days === 1) return 'yesterday'
  return days <= 30 ? `${days} days ago` : formatDate(instantMs, clock.zone)
}

/** `today`, `tomorrow`, `in 3 days`, for things that expire. Counts study days. */
export function formatUntil(instantMs: number, nowMs: number, clock: DayClock): string {
  const days = studyDayOf(instantMs, clock) - studyDayOf(nowMs, clock)
  if (days <= 0) return 'today'
  return days === 1 ? 'tomorrow' : `in ${days} days`
}

/** `Monday 14 March`, in the reader's time zone. */
export const weekdayAndDay = (instantMs: number, zone: string): string =>
  format(instantMs, 'weekday', zone)

const SHAPES = {
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  minute: { hour: '2-digit', minute: '2-digit' },
  second: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** More zones and shapes than the people of a department need at once. */
const MOST_FORMATS = 64
const formats = new Map<string, Intl.DateTimeFormat>()

/** A format is kept, because making one takes a hundred times as long as using it. */
function format(instantMs: number, shape: keyof typeof SHAPES, timeZone: string): string {
  const key = `${shape} ${timeZone}`
  const known = formats.get(key)
  if (known !== undefined) return known.format(instantMs)
  if (formats.size >= MOST_FORMATS) formats.clear()
  const made = new Intl.DateTimeFormat('en-GB', { ...SHAPES[shape], timeZone })
  formats.set(key, made)
  return made.format(instantMs)
}
