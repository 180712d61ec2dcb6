import 'server-only'
import { readOne } from '../../db/connection/read-together'
import { type ExamToTake, examsNotClosed } from '../../db/exam/open-exams'
import { isClosed } from '../../exam/attempt-time'
import type { Exam } from '../../exam/exam'
import { type ExamStatus, examStatusOf } from '../../exam/exam-status'
import type { LearnerScope } from '../scope'
import { settleOwn } from './settle-attempts'

export type OpenExam = {
  readonly exam: Exam
  readonly status: Extract<ExamStatus, { kind: 'running' | 'may-start' }>
}

/** The exams that this analyst can start now or is taking. */
export async function loadOpenExams(
  scope: LearnerScope,
  { now }: { now: number },
): Promise<readonly OpenExam[]> {
  return (await settledExams(scope, now)).flatMap(({ exam, attempts }) => {
    const status = examStatusOf(exam, attempts, now)
    return status.kind === 'running' || status.kind === 'may-start' ? { exam, status } : []
  })
}

/** The exams with this analyst's attempts. Grades those that are over first, and reads again then. */
async function settledExams(scope: LearnerScope, now: number): Promise<readonly ExamToTake[]> {
  const reading = examsNotClosed(scope.user.id, now)
  const exams = await readOne(reading)
  const isToSettle = exams.some(({ attempts }) =>
    attempts.some((attempt) => attempt.result === null && isClosed(attempt, now)),
  )
  if (!isToSettle) return exams
  await settleOwn(scope, now)
  return readOne(reading)
}
