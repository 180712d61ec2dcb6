import 'server-only'
import type { Blueprint } from '../../exam/blueprint'
import type { DrawnQuestion } from '../../exam/drawn-question'
import type { Attempt, Exam } from '../../exam/exam'
import type { ExamResult } from '../../exam/result'
import { asAttemptId, asCohortId, asExamId, asUserId } from '../../kernel/ids'
import type { ExamAttempt as AttemptRow, Exam as ExamRow } from '../generated/client'

/** Data as this program wrote it and nothing else does. */
export const stored = <T extends Blueprint | ExamResult | readonly DrawnQuestion[]>(
  json: unknown,
): T => json as T

export const toExam = (row: ExamRow): Exam => ({
  id: asExamId(row.id),
  cohortId: asCohortId(row.cohortId),
  title: row.title,
  blueprint: stored<Blueprint>(row.blueprint),
  minutes: row.minutes,
  passMark: row.passMark,
  maxAttempts: row.maxAttempts,
  retakeAfterDays: row.retakeAfterDays,
  movesSchedule: row.movesSchedule,
  opensAt: row.opensAt?.getTime() ?? null,
  closesAt: row.closesAt?.getTime() ?? null,
  createdAt: row.createdAt.getTime(),
})

export const toAttempt = (row: Omit<AttemptRow, 'questions'>): Attempt => ({
  id: asAttemptId(row.id),
  userId: asUserId(row.userId),
  examId: asExamId(row.examId),
  number: row.number,
  startedAt: row.startedAt.getTime(),
  endsAt: row.endsAt.getTime(),
  submittedAt: row.submittedAt?.getTime() ?? null,
  result: row.result === null ? null : stored<ExamResult>(row.result),
  certificate:
    row.code === null ? null : { code: row.code, voidedAt: row.revokedAt?.getTime() ?? null },
})
