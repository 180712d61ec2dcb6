import 'server-only'
import { readOne } from '../../db/connection/read-together'
import { examsNotClosed } from '../../db/exam/open-exams'
import { minutesOf } from '../../exam/allowance'
import type { Exam } from '../../exam/exam'
import { type ExamStatus, examStatusOf } from '../../exam/exam-status'
import type { LearnerScope } from '../scope'
import { gradedNow } from './graded-now'

export type OpenExam = {
  readonly exam: Exam
  /** With the extra time of this analyst. */
  readonly minutes: number
  readonly status: Extract<ExamStatus, { kind: 'running' | 'may-start' }>
}

/** The exams that this analyst can start now or is taking. */
export async function loadOpenExams(
  scope: LearnerScope,
  { now }: { now: number },
): Promise<readonly OpenExam[]> {
  const exams = await readOne(examsNotClosed(scope.user.id, now))
  const open = exams.map(async ({ exam, rules, attempts }): Promise<OpenExam[]> => {
    const status = examStatusOf(exam, rules, await gradedNow(attempts, [exam], now), now)
    if (status.kind !== 'running' && status.kind !== 'may-start') return []
    return [{ exam, minutes: minutesOf(exam, rules), status }]
  })
  return (await Promise.all(open)).flat()
}
