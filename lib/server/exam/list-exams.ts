import 'server-only'
import { cohortMembers } from '../../db/cohort/cohorts'
import { attemptsInCohort } from '../../db/exam/exam-attempts'
import { examsOfCohort } from '../../db/exam/exams'
import type { Exam } from '../../exam/exam'
import type { CohortId, UserId } from '../../kernel/ids'
import { actor, assertInstructor, cohortOf } from '../access'
import { settleAll } from './settle-attempts'

export type ExamRow = Exam & {
  /** Analysts who began it, and who hold a certificate that is not void. */
  readonly taken: number
  readonly passed: number
}

/** The cohort's exams, newest first. Grades what is over first. Throws not_allowed, not_found. */
export async function listExams(input: {
  actorId: UserId
  cohortId: CohortId
  now: number
}): Promise<{ readonly exams: readonly ExamRow[]; readonly analysts: number }> {
  const user = await actor(input.actorId)
  assertInstructor(user)
  const cohort = await cohortOf(user, input.cohortId)
  await settleAll({ cohortId: cohort.id }, input.now)
  const [exams, attempts, members] = await Promise.all([
    examsOfCohort(cohort.id),
    attemptsInCohort(cohort.id),
    cohortMembers(cohort.id),
  ])
  const people = (list: readonly { readonly userId: UserId }[]) =>
    new Set(list.map(({ userId }) => userId)).size
  return {
    exams: exams.map((exam) => {
      const own = attempts.filter(({ examId }) => examId === exam.id)
      const certified = own.filter(({ certificate }) => certificate?.voidedAt === null)
      return { ...exam, taken: people(own), passed: people(certified) }
    }),
    analysts: members.filter(({ roleInCohort }) => roleInCohort === 'learner').length,
  }
}
