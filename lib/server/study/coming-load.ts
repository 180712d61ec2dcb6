import 'server-only'
import type { Load } from '../../memory/schedule/levelling'
import { loadOf } from '../../review/coming-load'
import type { LearnerState } from '../learner-state'

/** What the coming study days hold; null when the learner wants no levelling. */
export function comingLoad({ user, cards, today }: LearnerState): Load | null {
  const { levelLoad, easyDays } = user.settings
  return levelLoad ? loadOf(cards.values(), today, easyDays) : null
}
