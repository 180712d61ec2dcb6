import 'server-only'
import { type ListedExam, listedExams } from '../../db/exam/exam-list'
import { groundOf, learnersIn } from '../ground-of'
import type { CohortScope } from '../scope'
import { gradedNow } from './graded-now'

/** The exams of the cohort, newest first. */
export async function listExams(
  scope: CohortScope,
  { now }: { readonly now: number },
): Promise<{ readonly exams: readonly ListedExam[]; readonly learners: number }> {
  const [exams, ground] = await Promise.all([listedExams(scope.cohort.id), groundOf(scope)])
  const ungraded = exams.flatMap((exam) => exam.ungraded)
  const graded = await gradedNow(ungraded, exams, now)
  return {
    exams: exams.map((exam) => {
      const passes = graded.filter(({ examId, result }) => examId === exam.id && result?.passed)
      return { ...exam, passed: exam.passed + passes.length }
    }),
    learners: learnersIn(ground).length,
  }
}
