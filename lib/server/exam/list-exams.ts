import 'server-only'
import { cohortMembers } from '../../db/cohort/cohorts'
import { openAppealsIn } from '../../db/exam/exam-appeals'
import { attemptsInCohort } from '../../db/exam/exam-attempts'
import { examsOfCohort } from '../../db/exam/exams'
import type { Exam } from '../../exam/exam'
import type { UserId } from '../../kernel/ids'
import type { CohortScope } from '../scope'
import { settleCohort } from './settle-attempts'

export type ExamRow = Exam & {
  /** The number of learners who started it, and of those with a valid certificate. */
  readonly taken: number
  readonly passed: number
  /** The number of appeals without a decision. */
  readonly openAppeals: number
}

/** The exams of the cohort, newest first. Attempts that are over are graded first. */
export async function listExams(
  scope: CohortScope,
  { now }: { readonly now: number },
): Promise<{ readonly exams: readonly ExamRow[]; readonly learners: number }> {
  const { cohort } = scope
  await settleCohort(scope, now)
  const [exams, attempts, members, appeals] = await Promise.all([
    examsOfCohort(cohort.id),
    attemptsInCohort(cohort.id),
    cohortMembers(cohort.id),
    openAppealsIn(cohort.id),
  ])
  const people = (list: readonly { readonly userId: UserId }[]) =>
    new Set(list.map(({ userId }) => userId)).size
  return {
    exams: exams.map((exam) => {
      const own = attempts.filter(({ examId }) => examId === exam.id)
      const certified = own.filter(({ certificate }) => certificate?.voidedAt === null)
      return {
        ...exam,
        taken: people(own),
        passed: people(certified),
        openAppeals: appeals.get(exam.id) ?? 0,
      }
    }),
    learners: members.filter(({ roleInCohort }) => roleInCohort === 'learner').length,
  }
}
