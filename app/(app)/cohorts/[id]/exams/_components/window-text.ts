import { formatDate } from '@/app/_format/format-date'

type Window = { readonly opensAt: number | null; readonly closesAt: number | null }

/** Says in words when an attempt can be started. */
export function windowText({ opensAt, closesAt }: Window, now: number, zone: string): string {
  const lastDay = closesAt === null ? null : formatDate(closesAt - 1, zone)
  if (closesAt !== null && closesAt <= now) return `Closed since ${formatDate(closesAt, zone)}`
  if (opensAt !== null && opensAt > now) {
    const from = formatDate(opensAt, zone)
    return lastDay === null ? `Opens on ${from}` : `Open from ${from} to ${lastDay}`
  }
  return lastDay === null ? 'Open now' : `Open until ${lastDay}`
}
