import type { AttemptId, CohortId, ExamId, UserId } from '../kernel/ids'
import type { Blueprint } from './blueprint'
import type { ExamResult } from './result'

export type Exam = {
  readonly id: ExamId
  readonly cohortId: CohortId
  readonly title: string
  readonly blueprint: Blueprint
  readonly minutes: number
  /** The share of correct answers needed to pass, 0 to 1. */
  readonly passMark: number
  readonly maxAttempts: number
  readonly retakeAfterDays: number
  /** Whether its answers also count as reviews. */
  readonly movesSchedule: boolean
  /** An attempt can be started between these instants (ms). Null means no limit. */
  readonly opensAt: number | null
  readonly closesAt: number | null
  readonly createdAt: number
}

export type Attempt = {
  readonly id: AttemptId
  readonly userId: UserId
  readonly examId: ExamId
  /** From 1. */
  readonly number: number
  readonly startedAt: number
  readonly endsAt: number
  /** When it was handed in, or closed because time was up. */
  readonly submittedAt: number | null
  /** Null until it is graded. */
  readonly result: ExamResult | null
  /** Only for an attempt that was passed. */
  readonly certificate: Certificate | null
}

export type Certificate = { readonly code: string; readonly voidedAt: number | null }
