import { isClosed } from './attempt-time'
import type { Attempt } from './exam'
import type { ExamResult } from './result'

/** What one analyst has of one exam. */
export type ExamMark = {
  readonly attempts: number
  /** The result with the highest share of right answers; of several, that of the latest attempt. */
  readonly best: Pick<ExamResult, 'right' | 'total' | 'passed'> | null
  /** When the attempt was handed in that passed, and whose certificate is valid (ms). */
  readonly passedAt: number | null
  readonly inProgress: boolean
}

const share = ({ right, total }: { readonly right: number; readonly total: number }): number =>
  total === 0 ? 0 : right / total

/** `attempts`: those of one person at one exam, the oldest first. */
export function markOf(attempts: readonly Attempt[], now: number): ExamMark {
  let best: ExamResult | null = null
  for (const { result } of attempts) {
    if (result !== null && (best === null || share(result) >= share(best))) best = result
  }
  const passed = attempts.find(
    ({ result, certificate }) => result?.passed && (certificate?.voidedAt ?? null) === null,
  )
  return {
    attempts: attempts.length,
    best,
    passedAt: passed?.submittedAt ?? null,
    inProgress: attempts.some((attempt) => !isClosed(attempt, now)),
  }
}
