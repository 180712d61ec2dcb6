import type { QuestionId, UserId } from '../kernel/ids'
import type { Answer } from '../kinds/types'

/** A learner's comment on a question, with what became of it. */
export type Flag = {
  readonly id: string
  readonly userId: UserId
  readonly questionId: QuestionId
  /** Of the question when it was raised. */
  readonly revision: number
  readonly comment: string
  /** As given before it was raised; null: before the reveal. */
  readonly answer: Answer | null
  readonly raisedAt: number
  readonly solvedAt: number | null
  readonly reply: string | null
  readonly repliedAt: number | null
  readonly repliedById: UserId | null
  /** Revision of the question that corrects what was flagged. */
  readonly mendedBy: number | null
  readonly seenAt: number | null
}
