import { tzOffset } from '@date-fns/tz/tzOffset'
import { DAY_MS, MINUTE_MS } from './duration'

/** Zones that stand for no place: `UTC`, `GMT`, `Etc/GMT+5`. */
const isPlaceless = (zone: string): boolean =>
  zone.startsWith('Etc/') || /^(UTC|GMT|UCT|Zulu|Universal|Greenwich)/.test(zone)

/** `America/Argentina/Buenos_Aires` becomes `Buenos Aires`. */
export const placeOf = (zone: string): string =>
  isPlaceless(zone) ? 'UTC' : zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')

/** `Almaty, UTC+5`: a zone and how far its clock is ahead of UTC at an instant (ms). */
export function zoneWords(zone: string, instantMs: number): string {
  const offset = tzOffset(zone, new Date(instantMs))
  const size = Math.abs(offset)
  const minutes = size % 60
  const hours = `${Math.floor(size / 60)}${minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`}`
  const ahead = `UTC${offset < 0 ? '−' : '+'}${hours}`
  if (!isPlaceless(zone)) return `${placeOf(zone)}, ${ahead}`
  return offset === 0 ? 'UTC' : ahead
}

/** The hour (0-23) that the clocks of a zone show at an instant (ms). */
export function hourIn(zone: string, instantMs: number): number {
  const local = instantMs + tzOffset(zone, new Date(instantMs)) * MINUTE_MS
  return new Date(local).getUTCHours()
}

/** How far (minutes) a clock is ahead of UTC, week by week for a year from `nowMs` on. */
export type YearOfClock = { readonly nowMs: number; readonly offsets: readonly number[] }

export const yearOfClock = (nowMs: number, offsetAt: (at: Date) => number): YearOfClock => ({
  nowMs,
  offsets: Array.from({ length: 54 }, (_, week) => offsetAt(new Date(nowMs + week * 7 * DAY_MS))),
})

export const yearOfZone = (zone: string, nowMs: number): YearOfClock =>
  yearOfClock(nowMs, (at) => tzOffset(zone, at))

/** Whether two clocks agree for a year, as in Berlin and Paris. */
export const clocksAgree = (one: YearOfClock, other: YearOfClock): boolean =>
  one.offsets.every((offset, week) => offset === other.offsets[week])

/** Whether the clocks of two zones agree in the year from `nowMs` on. */
export const sameClock = (one: string, other: string, nowMs: number): boolean =>
  clocksAgree(yearOfZone(one, nowMs), yearOfZone(other, nowMs))
