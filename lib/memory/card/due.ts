import type { StudyDay } from '../../kernel/study-day'
import type { Card } from './card'
import { daysLabel, intervalLabel } from './interval-label'
import type { CardState, SeenState } from './state'

/** Suspended, or buried on this study day. */
export function isSetAside(card: Card, day: StudyDay): boolean {
  return card.suspended || (card.buriedUntil !== null && card.buriedUntil > day)
}

/** Learning cards fall due at an instant (`nowMs`), review cards on a study day, new cards never. */
export function isDueState(state: CardState, nowMs: number, day: StudyDay): boolean {
  switch (state.phase) {
    case 'new':
      return false
    case 'learning':
    case 'relearning':
      return state.dueAt <= nowMs
    case 'review':
      return state.dueDay <= day
  }
}

/** Whether it should be reviewed now: due, and not set aside. */
export function isDue(card: Card, nowMs: number, day: StudyDay): boolean {
  return !isSetAside(card, day) && isDueState(card.state, nowMs, day)
}

/** `new`, `due now`, `due today`, `in 8m`, `tomorrow`, `in 1.5mo`. */
export function dueLabel(state: CardState, nowMs: number, day: StudyDay): string {
  if (state.phase === 'new') return 'new'
  if (isDueState(state, nowMs, day)) return state.phase === 'review' ? 'due today' : 'due now'
  return untilLabel(state, nowMs, day)
}

function untilLabel(state: SeenState, nowMs: number, day: StudyDay): string {
  if (state.phase !== 'review') return `in ${intervalLabel(state.dueAt - nowMs)}`
  const days = state.dueDay - day
  return days === 1 ? 'tomorrow' : `in ${daysLabel(days)}`
}
