import { tzOffset } from '@date-fns/tz/tzOffset'
import type { Brand } from './brand'
import { DAY_MS, HOUR_MS, MINUTE_MS } from './duration'

/** A study day as whole days since 1970-01-01, in the learner's zone and with their rollover hour. */
export type StudyDay = Brand<number, 'StudyDay'>

/** Where a learner's day begins: IANA zone and the hour (0-23) at which yesterday ends. */
export type DayClock = {
  readonly zone: string
  readonly rolloverHour: number
  /** For a browser, which needs 40 to 100 ms for its first question about a zone. */
  readonly known?: KnownDay
}

/** A study day that was worked out already: its first instant, and that of the next day (ms). */
type KnownDay = { readonly day: StudyDay; readonly from: number; readonly until: number }

export const asStudyDay = (value: number) => value as StudyDay

/**
 * The study day that holds `instantMs`: before the rollover hour it is still yesterday. A day that
 * began stays begun when the clock goes back over its rollover hour.
 */
export function studyDayOf(instantMs: number, clock: DayClock): StudyDay {
  const { known } = clock
  if (known && instantMs >= known.from && instantMs < known.until) return known.day
  const localMs = instantMs + offsetMs(clock.zone, instantMs)
  const day = asStudyDay(Math.floor((localMs - clock.rolloverHour * HOUR_MS) / DAY_MS))
  const next = asStudyDay(day + 1)
  const soon = rolloverOf(next, clock) - localMs <= LONGEST_WAY_BACK_MS
  return soon && instantMs >= startOfStudyDay(next, clock) ? next : day
}

/** The same clock with the study day that holds `instantMs` worked out. */
export function withKnownDay({ zone, rolloverHour }: DayClock, instantMs: number): DayClock {
  const clock = { zone, rolloverHour }
  const day = studyDayOf(instantMs, clock)
  const from = startOfStudyDay(day, clock)
  return { ...clock, known: { day, from, until: startOfStudyDay(addDays(day, 1), clock) } }
}

/** In Antarctica/Troll the clock goes back by two hours; no zone did so by more since 1970. */
const LONGEST_WAY_BACK_MS = 2 * HOUR_MS

/**
 * The first instant (ms) of a study day. When the rollover hour comes twice it is the first of the
 * two; when a change of the clock skips it, it is the instant of the change.
 */
export function startOfStudyDay(day: StudyDay, clock: DayClock): number {
  const rollover = rolloverOf(day, clock)
  let before = rollover - DAY_MS
  let after = rollover + DAY_MS
  const offsetBefore = offsetMs(clock.zone, before)
  const offsetAfter = offsetMs(clock.zone, after)
  if (offsetBefore === offsetAfter) return rollover - offsetBefore
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (offsetMs(clock.zone, middle) === offsetBefore) before = middle
    else after = middle
  }
  const change = after
  const first = rollover - offsetBefore
  return first < change ? first : Math.max(change, rollover - offsetAfter)
}

/** The rollover of a day on the clock of its zone, as if that were UTC (ms). */
const rolloverOf = (day: StudyDay, { rolloverHour }: DayClock): number =>
  day * DAY_MS + rolloverHour * HOUR_MS

/** How far a zone's clock is ahead of UTC. */
const offsetMs = (zone: string, instantMs: number): number =>
  tzOffset(zone, new Date(instantMs)) * MINUTE_MS

export function addDays(day: StudyDay, days: number): StudyDay {
  return asStudyDay(day + days)
}

/** The calendar day that holds `instantMs` in UTC, where nobody's own clock is asked for. */
export const utcDayOf = (instantMs: number): StudyDay => asStudyDay(Math.floor(instantMs / DAY_MS))

/** The instant (ms) at which a calendar day begins in UTC. */
export const startOfUtcDay = (day: StudyDay): number => day * DAY_MS

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/

/** Whether a text is a calendar date such as `2011-09-19`. */
export const isIsoDate = (text: string): boolean =>
  ISO_DATE.test(text) && !Number.isNaN(Date.parse(text))

/** The study day named after `date`, for which `isIsoDate` holds: the opposite of `isoDate`. */
export const studyDayNamed = (date: string): StudyDay => utcDayOf(Date.parse(date))

/** `2011-09-19`, the calendar date a study day is named after. */
export function isoDate(day: StudyDay): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
