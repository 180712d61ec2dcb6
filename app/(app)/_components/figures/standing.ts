import { membershipSpans, membershipsAt } from '@/lib/course/memberships'
import { formatDate, type PartialDate } from '@/lib/course/partial-date'
import type { MembershipChange } from '@/lib/course/types'
import type { EntityId } from '@/lib/kernel/ids'

export type Standing = 'member' | 'observer' | 'former'

export type StateStanding = {
  readonly state: EntityId
  readonly standing: Standing
  /** `since June 2006`, `May 1992 to 1999`. */
  readonly when: string
}

/** Every state that has anything to do with the organisation at the date: members first, then observers, then former. */
export function standingsAt(
  changes: readonly MembershipChange[],
  organisation: EntityId,
  date: PartialDate,
): readonly StateStanding[] {
  const { members, observers, former } = membershipsAt(changes, organisation, date)
  const spans = membershipSpans(changes, organisation)
  const having = (states: readonly EntityId[], standing: Standing) =>
    states.map((state) => {
      const last = spans.filter((span) => span.state === state && span.from <= date).at(-1)
      return { state, standing, when: last === undefined ? '' : spanText(last, standing) }
    })
  return [
    ...having(members, 'member'),
    ...having(observers, 'observer'),
    ...having(former, 'former'),
  ]
}

function spanText(span: { from: PartialDate; to: PartialDate | null }, standing: Standing): string {
  if (standing !== 'former' || span.to === null) return `since ${formatDate(span.from)}`
  return `${formatDate(span.from)} to ${formatDate(span.to)}`
}
