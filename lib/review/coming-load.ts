import { addDays, type StudyDay } from '../kernel/study-day'
import type { Card } from '../memory/card/card'
import type { Load } from '../memory/schedule/levelling'
import { askedCards, type StudyState } from './study-state'

/** Later days have so few reviews that there is nothing to level. */
const DAYS = 400

/**
 * The reviews that the coming study days have already, for `levelledDays`; null when the learner
 * wants no levelling.
 */
export function comingLoad(state: StudyState): Load | null {
  const { levelLoad, easyDays } = state.settings
  return levelLoad ? loadOf(askedCards(state), state.today, easyDays) : null
}

export function loadOf(cards: Iterable<Card>, today: StudyDay, easyDays: readonly number[]): Load {
  const due = Array.from({ length: DAYS }, () => 0)
  for (const { state, suspended } of cards) {
    if (suspended || state.phase !== 'review') continue
    const index = state.dueDay - today
    if (index >= 0 && index < DAYS) due[index] = (due[index] ?? 0) + 1
  }
  const last = due.findLastIndex((count) => count > 0)
  return { from: addDays(today, 0), due: due.slice(0, last + 1), easyDays }
}
