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

/** Whether the clocks of two zones agree in the year from `nowMs` on, as in Berlin and Paris. */
export function sameClock(one: string, other: string, nowMs: number): boolean {
  for (let week = 0; week <= 53; week += 1) {
    const at = new Date(nowMs + week * 7 * DAY_MS)
    if (tzOffset(one, at) !== tzOffset(other, at)) return false
  }
  return true
}
