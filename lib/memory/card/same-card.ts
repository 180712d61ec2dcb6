import type { Card } from './card'
import type { CardState } from './state'

/** Whether both states follow the same answers, so that nothing computed from them can differ. */
export const isSameCard = (a: Card, b: Card): boolean =>
  a.suspended === b.suspended && a.buriedUntil === b.buriedUntil && mark(a.state) === mark(b.state)

const mark = (state: CardState): string =>
  state.phase === 'new'
    ? 'new'
    : `${state.phase} ${state.reps} ${state.lastReviewAt} ${state.phase === 'review' ? state.dueDay : ''}`
