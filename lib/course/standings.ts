import type { EntityId } from '../kernel/ids'
import { inOrder } from './memberships'
import { earliest, formatDate, latest, type PartialDate } from './partial-date'
import type { MembershipChange } from './types'

export type Standing = 'member' | 'observer' | 'former'

/** The standing of one state in an organisation, and the changes that led to it. */
export type StateStanding<C extends MembershipChange = MembershipChange> = {
  readonly state: EntityId
} & (
  | { readonly standing: 'member' | 'observer'; readonly began: C }
  | { readonly standing: 'former'; readonly began: C; readonly ended: C }
)

/**
 * Every state that has anything to do with the organisation at the date: members first, then
 * observers, then former. The same fold as `membershipsAt`, keeping what each standing rests on.
 */
export function standingsAt<C extends MembershipChange>(
  changes: readonly C[],
  organisation: EntityId,
  date: PartialDate,
): readonly StateStanding<C>[] {
  const end = latest(date)
  const standings = new Map<EntityId, StateStanding<C>>()
  for (const change of inOrder(changes)) {
    if (change.organisation !== organisation || earliest(change.date) > end) continue
    for (const state of change.states) {
      const own = standings.get(state)
      if (own?.standing === (change.action === 'joins' ? change.role : 'former')) continue
      if (change.action === 'leaves' && own?.standing !== change.role) continue
      standings.delete(state)
      if (change.action === 'joins') {
        standings.set(state, { state, standing: change.role, began: change })
      } else if (own !== undefined) {
        standings.set(state, { state, standing: 'former', began: own.began, ended: change })
      }
    }
  }
  const having = (standing: Standing) =>
    [...standings.values()].filter((one) => one.standing === standing)
  return [...having('member'), ...having('observer'), ...having('former')]
}

/** `since June 2006`; for a former member, `May 1992 to 1999`. */
export function standingLabel(standing: StateStanding): string {
  const from = formatDate(standing.began.date)
  return standing.standing === 'former'
    ? `${from} to ${formatDate(standing.ended.date)}`
    : `since ${from}`
}
