import type { UserId } from '../kernel/ids'
import type { Answer } from '../kinds/types'

/** One recorded answer to a question. */
export type ItemAnswer = {
  readonly userId: UserId
  readonly at: number
  readonly rating: number
  readonly answer: Answer | null
  /** Whether the answer was correct. Null if only the learner graded it. */
  readonly correct: boolean | null
  /** The revision of the question that was answered. */
  readonly revision: number
}
