import { TZDate } from '@date-fns/tz'
import type { Brand } from './brand'
import { DAY_MS } from './duration'

/** A study day as whole days since 1970-01-01, in the learner's zone and with their rollover hour. */
export type StudyDay = Brand<number, 'StudyDay'>

/** Where a learner's day begins: IANA zone and the hour (0-23) at which yesterday ends. */
export type DayClock = { readonly zone: string; readonly rolloverHour: number }

export const asStudyDay = (value: number) => value as StudyDay

/** The study day that holds `instantMs`: before the rollover hour it is still yesterday. */
export function studyDayOf(instantMs: number, clock: DayClock): StudyDay {
  const local = new TZDate(instantMs, clock.zone)
  const calendarDay = Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()) / DAY_MS
  return asStudyDay(local.getHours() < clock.rolloverHour ? calendarDay - 1 : calendarDay)
}

/** The instant (ms) at which a study day begins. On a day whose rollover hour a DST change skips, the first hour after it. */
export function startOfStudyDay(day: StudyDay, clock: DayClock): number {
  const date = new Date(day * DAY_MS)
  return new TZDate(
    date.getUTCFullYear(),
    date.getUTCMonth(),
    date.getUTCDate(),
    clock.rolloverHour,
    clock.zone,
  ).getTime()
}

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
