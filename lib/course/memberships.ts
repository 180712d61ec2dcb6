import type { EntityId } from '../kernel/ids'
import type { PartialDate } from './partial-date'
import { earliest, latest } from './partial-date'
import type { Fact, MembershipChange, MembershipRole } from './types'

// A partial date is read generously: a change takes effect on the first day its date can mean, and
// "at" a date means at the end of it. So a join dated 1999 is in force on every day of 1999, and as
// of June 2012 a state that left in June 2012 is a former member.

/** The standing of states in an organisation at a date. `former`: was in, in either role, and left. */
export type Memberships = {
  readonly members: readonly EntityId[]
  readonly observers: readonly EntityId[]
  readonly former: readonly EntityId[]
}

/** One unbroken period of one state in one role; `to` is null while it lasts. */
export type MembershipSpan = {
  readonly state: EntityId
  readonly role: MembershipRole
  readonly from: PartialDate
  readonly to: PartialDate | null
}

/** All changes of a course in the order in which they took effect. */
export const membershipChanges = (facts: readonly Fact[]): readonly MembershipChange[] =>
  inOrder(facts.flatMap((fact) => fact.changes))

/**
 * Folds the changes of an organisation up to a date. A state has one role at a time: joining as a
 * member ends being an observer. Leaving a role the state does not have changes nothing. Lists are
 * in the order of joining (former: of leaving).
 */
export function membershipsAt(
  changes: readonly MembershipChange[],
  organisation: EntityId,
  date: PartialDate,
): Memberships {
  const end = latest(date)
  const roles = new Map<EntityId, MembershipRole>()
  const former = new Set<EntityId>()
  for (const change of inOrder(changes)) {
    if (change.organisation !== organisation || earliest(change.date) > end) continue
    for (const state of change.states) {
      if (change.action === 'joins') {
        if (roles.get(state) !== change.role) roles.delete(state)
        roles.set(state, change.role)
        former.delete(state)
      } else if (roles.get(state) === change.role) {
        roles.delete(state)
        former.add(state)
      }
    }
  }
  const having = (role: MembershipRole) =>
    [...roles].filter(([, own]) => own === role).map(([state]) => state)
  return { members: having('member'), observers: having('observer'), former: [...former] }
}

/** The same fold as unbroken periods, for a timeline: by first day, then in the order written. */
export function membershipSpans(
  changes: readonly MembershipChange[],
  organisation: EntityId,
): readonly MembershipSpan[] {
  const open = new Map<EntityId, MembershipSpan>()
  const spans: MembershipSpan[] = []
  const close = (state: EntityId, to: PartialDate) => {
    const span = open.get(state)
    if (span !== undefined) spans[spans.indexOf(span)] = { ...span, to }
    open.delete(state)
  }
  for (const change of inOrder(changes)) {
    if (change.organisation !== organisation) continue
    for (const state of change.states) {
      const role = open.get(state)?.role
      if (change.action === 'leaves') {
        if (role === change.role) close(state, change.date)
      } else if (role !== change.role) {
        close(state, change.date)
        const span = { state, role: change.role, from: change.date, to: null }
        open.set(state, span)
        spans.push(span)
      }
    }
  }
  return spans
}

/** By first possible day; on one day leaving comes before joining, else as given. */
export function inOrder<C extends MembershipChange>(changes: readonly C[]): readonly C[] {
  return [...changes].sort((a, b) => {
    const dayA = earliest(a.date)
    const dayB = earliest(b.date)
    if (dayA !== dayB) return dayA < dayB ? -1 : 1
    return Number(a.action === 'joins') - Number(b.action === 'joins')
  })
}
