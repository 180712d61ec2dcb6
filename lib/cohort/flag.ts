import type { QuestionId, UserId } from '../kernel/ids'
import type { Answer } from '../kinds/types'

/** A learner's comment on a question, and what came of it. */
export type Flag = {
  readonly id: string
  readonly userId: UserId
  readonly questionId: QuestionId
  /** The revision of the question when the flag was raised. */
  readonly revision: number
  readonly comment: string
  /** The answer given before the flag was raised. Null if the flag was raised before the reveal. */
  readonly answer: Answer | null
  readonly raisedAt: number
  readonly solvedAt: number | null
  readonly reply: string | null
  readonly repliedAt: number | null
  readonly repliedById: UserId | null
  /** The revision of the question that corrects what was flagged. */
  readonly mendedBy: number | null
  readonly seenAt: number | null
}
