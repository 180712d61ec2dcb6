import { scaleLinear } from 'd3-scale'
import { membershipSpans } from '@/lib/course/memberships'
import { earliest, formatDate, latest, type PartialDate } from '@/lib/course/partial-date'
import type { MembershipChange, MembershipRole } from '@/lib/course/types'
import type { EntityId } from '@/lib/kernel/ids'

export type TimelineBar = {
  readonly organisation: EntityId
  readonly role: MembershipRole
  /** A percentage of the axis. */
  readonly x: number
  readonly width: number
  /**
   * Such as `May 1992` and `1999`. The end is null if the membership lasts to the end of the axis.
   */
  readonly from: string
  readonly to: string | null
}

export type TimelineRow = {
  readonly state: EntityId
  /** One list of bars for each organisation, in the order asked for. No list is empty. */
  readonly lanes: readonly (readonly TimelineBar[])[]
}

export type TimelineAxis = {
  readonly ticks: readonly { readonly year: number; readonly x: number }[]
}

type Window = { readonly from: PartialDate; readonly to: PartialDate }

/**
 * Bars as percentages of the window. States are in the order in which they first joined an
 * organisation.
 */
export function timelineRows(
  changes: readonly MembershipChange[],
  organisations: readonly EntityId[],
  window: Window,
): readonly TimelineRow[] {
  const scale = scaleOf(window)
  const end = yearsOf(latest(window.to))
  const start = yearsOf(earliest(window.from))
  const lanes = organisations.map((organisation) =>
    membershipSpans(changes, organisation).flatMap((span) => {
      const from = Math.max(start, yearsOf(earliest(span.from)))
      const to = span.to === null ? end : Math.min(end, yearsOf(earliest(span.to)))
      if (from >= end || to <= start) return []
      const bar: TimelineBar = {
        organisation,
        role: span.role,
        x: tenth(scale(from)),
        width: tenth(scale(to) - scale(from)),
        from: formatDate(span.from),
        to: span.to === null || yearsOf(earliest(span.to)) > end ? null : formatDate(span.to),
      }
      return [{ state: span.state, start: from, bar }]
    }),
  )
  const first = new Map<EntityId, number>()
  for (const { state, start: at } of lanes.flat()) {
    first.set(state, Math.min(at, first.get(state) ?? at))
  }
  return [...first.keys()]
    .sort((a, b) => (first.get(a) ?? 0) - (first.get(b) ?? 0))
    .map((state) => ({
      state,
      lanes: lanes
        .map((spans) => spans.filter((span) => span.state === state).map((span) => span.bar))
        .filter((bars) => bars.length > 0),
    }))
}

export function timelineAxis(window: Window): TimelineAxis {
  const scale = scaleOf(window)
  const ticks = scale.ticks(6).filter(Number.isInteger)
  return { ticks: ticks.map((year) => ({ year, x: tenth(scale(year)) })) }
}

const scaleOf = ({ from, to }: Window) =>
  scaleLinear([yearsOf(earliest(from)), yearsOf(latest(to))], [0, 100])

/** `1999-07-01` -> 1999.5. A month is a twelfth of a year, and a day a 31st of a month. */
function yearsOf(day: string): number {
  const [year = '0', month = '1', date = '1'] = day.split('-')
  return Number(year) + (Number(month) - 1) / 12 + (Number(date) - 1) / 372
}

const tenth = (value: number) => Math.round(value * 10) / 10
