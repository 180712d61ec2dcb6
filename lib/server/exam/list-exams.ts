import 'server-only'
import { type ListedExam, listedExams } from '../../db/exam/exam-list'
import { groundOf, learnersIn } from '../ground-of'
import type { CohortScope } from '../scope'
import { settleCohort } from './settle-attempts'

/** The exams of the cohort, newest first. Attempts that are over are graded first. */
export async function listExams(
  scope: CohortScope,
  { now }: { readonly now: number },
): Promise<{ readonly exams: readonly ListedExam[]; readonly learners: number }> {
  await settleCohort(scope, now)
  const [exams, ground] = await Promise.all([listedExams(scope.cohort.id), groundOf(scope)])
  return { exams, learners: learnersIn(ground).length }
}
