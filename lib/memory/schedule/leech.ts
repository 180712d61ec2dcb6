import type { CardState } from '../card/state'
import type { LeechRule, MemoryModel } from '../model/memory-model'

/** Whether a card is a leech: forgotten as often as the rule says, or more. */
export function isLeech(state: CardState, rule: LeechRule | null): boolean {
  return rule !== null && state.phase !== 'new' && state.lapses >= rule.lapses
}

/**
 * Whether a grade sets the card aside: at the rule's lapses, and again at every half of them more,
 * should the learner have taken it back (Anki's rule).
 */
export function isSetAsideAsLeech(
  before: CardState,
  after: CardState,
  { leech }: MemoryModel,
): boolean {
  if (leech === null || !leech.suspends || after.phase === 'new') return false
  const lapsesBefore = before.phase === 'new' ? 0 : before.lapses
  const beyond = after.lapses - leech.lapses
  const half = Math.max(1, Math.ceil(leech.lapses / 2))
  return after.lapses > lapsesBefore && beyond >= 0 && beyond % half === 0
}
