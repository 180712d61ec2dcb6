import type { UserId } from '../kernel/ids'
import type { Answer } from '../kinds/types'

/** One recorded answer to a question. */
export type ItemAnswer = {
  readonly userId: UserId
  readonly at: number
  readonly rating: number
  readonly answer: Answer | null
  /** Graded by machine; null: by the learner alone. */
  readonly correct: boolean | null
}
