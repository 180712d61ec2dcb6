import 'server-only'
import { addDays } from '../kernel/study-day'
import type { Load } from '../memory/levelling'
import type { LearnerState } from './learner-state'

/** Beyond it the days hold so little that levelling has nothing to do. */
const DAYS = 400

/** What the coming study days hold; null when the learner wants no levelling. */
export function comingLoad({ user, cards, today }: LearnerState): Load | null {
  const { levelLoad, easyDays } = user.settings
  if (!levelLoad) return null
  const due = Array.from({ length: DAYS }, () => 0)
  for (const { state, suspended } of cards.values()) {
    if (suspended || state.phase !== 'review') continue
    const index = state.dueDay - today
    if (index >= 0 && index < DAYS) due[index] = (due[index] ?? 0) + 1
  }
  const last = due.findLastIndex((count) => count > 0)
  return { from: addDays(today, 0), due: due.slice(0, last + 1), easyDays }
}
