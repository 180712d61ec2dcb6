import { formatDateIn, formatDateTime } from '@/app/_format/format-date'
import { startOfStudyDay, studyDayOf } from '@/lib/kernel/study-day'

type Window = { readonly opensAt: number | null; readonly closesAt: number | null }

/**
 * Says in words when an attempt can be started. Who set the window may have been in another zone:
 * then it opens or closes in the middle of the reader's day, and the time of day is said.
 */
export function windowText({ opensAt, closesAt }: Window, now: number, zone: string): string {
  if (closesAt !== null && closesAt <= now) return `Closed since ${since(closesAt, zone)}`
  const until = closesAt === null ? null : lastMoment(closesAt, zone)
  if (opensAt !== null && opensAt > now) {
    const from = since(opensAt, zone)
    return until === null ? `Opens on ${from}` : `Open from ${from} to ${until}`
  }
  return until === null ? 'Open now' : `Open until ${until}`
}

function since(instant: number, zone: string): string {
  if (!beginsDay(instant, zone)) return formatDateTime(instant, zone)
  return formatDateIn(instant, zone)
}

/** The last day, where the end of it is the end. */
function lastMoment(instant: number, zone: string): string {
  if (!beginsDay(instant, zone)) return formatDateTime(instant, zone)
  return `the end of ${formatDateIn(instant - 1, zone)}`
}

function beginsDay(instant: number, zone: string): boolean {
  const midnight = { zone, rolloverHour: 0 }
  return startOfStudyDay(studyDayOf(instant, midnight), midnight) === instant
}
