import 'server-only'
import { findExam } from '../../db/exam/exams'
import type { Exam } from '../../exam/exam'
import { AppError } from '../../kernel/app-error'
import { type ExamId, isUuid } from '../../kernel/ids'
import type { CohortScope } from '../scope'

/** An exam of this cohort. Throws not_found, also for an exam of another cohort. */
export async function examIn({ cohort }: CohortScope, examId: ExamId): Promise<Exam> {
  const exam = isUuid(examId) ? await findExam(examId) : null
  if (exam?.cohortId === cohort.id) return exam
  throw new AppError(
    'not_found',
    'There is no such exam in this cohort. Open it from the cohort’s page Exams.',
  )
}
