import type { StudyDay } from '../../kernel/study-day'
import { type CardState, NEW_CARD } from './state'

/** The projection of one card's log: memory, and whether the learner set it aside. */
export type Card = {
  readonly state: CardState
  readonly suspended: boolean
  /** Hidden until this study day begins. */
  readonly buriedUntil: StudyDay | null
}

/** A card before its first event. */
export const UNSEEN_CARD: Card = { state: NEW_CARD, suspended: false, buriedUntil: null }
