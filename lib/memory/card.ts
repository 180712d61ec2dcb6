import type { StudyDay } from '../kernel/study-day'
import type { CardState } from './state'

/** The projection of one card's log: memory, and whether the learner set it aside. */
export type Card = {
  readonly state: CardState
  readonly suspended: boolean
  /** Hidden until this study day begins. */
  readonly buriedUntil: StudyDay | null
}
