import 'server-only'
import { attemptsOfExam } from '../../db/exam/exam-attempts'
import { examsNotClosed } from '../../db/exam/exams'
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
  const { user } = scope
  const exams = await examsNotClosed(user.id, now)
  if (exams.length === 0) return []
  await settleOwn(scope, now)
  const open = await Promise.all(
    exams.map(async (exam) => {
      const status = examStatusOf(exam, await attemptsOfExam(exam.id, user.id), now)
      return status.kind === 'running' || status.kind === 'may-start' ? { exam, status } : []
    }),
  )
  return open.flat()
}
