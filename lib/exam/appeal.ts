import type { AttemptId, UserId } from '../kernel/ids'
import type { Answer } from '../kinds/types'
import type { Certificate } from './exam'
import type { ExamResult } from './result'

/** An answer of a graded attempt that its author holds to be right. */
export type Appeal = AnswerPlace & {
  /** Null for an answer that was granted together with another of the same text. */
  readonly reason: string | null
  readonly madeAt: number
  /** What the answer was before. `unanswered`: there was a text, but it could not be graded. */
  readonly graded: 'wrong' | 'unanswered'
  /** Null while the appeal is open. */
  readonly decision: Decision | null
}

export type AnswerPlace = {
  readonly userId: UserId
  readonly attemptId: AttemptId
  readonly position: number
}

export type Decision = {
  /** False also when a grant was taken back. */
  readonly granted: boolean
  readonly reply: string | null
  readonly at: number
  readonly byId: UserId
}

/** What was typed as an answer; null where nothing was, or where answers are not typed. */
export function typedIn(answer: Answer | undefined): string | null {
  const text = answer !== undefined && 'text' in answer ? answer.text.trim() : ''
  return text === '' ? null : text
}

/** Whether this answer can be appealed: it was typed, and did not count as right. */
export const canBeAppealed = (
  result: ExamResult,
  position: number,
  answer: Answer | undefined,
): boolean => {
  const outcome = result.outcomes[position]
  return (outcome === 'wrong' || outcome === 'unanswered') && typedIn(answer) !== null
}

/**
 * The certificate of an attempt after its result was corrected. One that was revoked because a grant
 * was taken back or the attempt was regraded, at one of the instants `correctedAt`, is valid again when
 * the attempt passes again;
 * one that an instructor revoked stays so.
 */
export function certificateAfter(
  before: Certificate | null,
  change: {
    readonly passed: boolean
    readonly correctedAt: readonly number[]
    readonly newCode: string
    readonly now: number
  },
): Certificate | null {
  const { passed, correctedAt, newCode, now } = change
  if (!passed) return before && { ...before, voidedAt: before.voidedAt ?? now }
  if (before === null) return { code: newCode, voidedAt: null }
  const wasCorrected = before.voidedAt !== null && correctedAt.includes(before.voidedAt)
  return wasCorrected ? { ...before, voidedAt: null } : before
}
