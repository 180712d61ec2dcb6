import 'server-only'
import { cohortMembers } from '../../db/cohort/cohorts'
import { attemptsOfExam } from '../../db/exam/exam-attempts'
import { findUser } from '../../db/people/users'
import type { Attempt, Exam } from '../../exam/exam'
import type { ExamId, TopicId, UserId } from '../../kernel/ids'
import { actor } from '../access'
import { currentCourse } from '../current-course'
import { examRunBy } from './exam-access'
import { settleAll } from './settle-attempts'

export type ExamTaker = {
  readonly userId: UserId
  readonly name: string
  /** Oldest first; one without a result is running. */
  readonly attempts: readonly Attempt[]
}

export type ExamResults = {
  readonly exam: Exam
  /** Of the blueprint. */
  readonly topics: readonly { readonly id: TopicId; readonly title: string }[]
  /** The cohort's analysts, and whoever took it and has left since; by name. */
  readonly takers: readonly ExamTaker[]
}

/** Grades what is over first. Throws not_allowed, not_found. */
export async function loadExamResults(input: {
  actorId: UserId
  examId: ExamId
  now: number
}): Promise<ExamResults> {
  const user = await actor(input.actorId)
  const exam = await examRunBy(user, input.examId)
  await settleAll({ examId: exam.id }, input.now)
  const [attempts, members, course] = await Promise.all([
    attemptsOfExam(exam.id),
    cohortMembers(exam.cohortId),
    currentCourse(),
  ])
  const names = new Map(
    members.flatMap(({ id, name, roleInCohort }) =>
      roleInCohort === 'learner' ? [[id, name] as const] : [],
    ),
  )
  const left = new Set(attempts.map(({ userId }) => userId).filter((id) => !names.has(id)))
  for (const id of left) names.set(id, (await findUser(id))?.name ?? 'A former analyst')
  const takers = [...names].map(([userId, name]) => ({
    userId,
    name,
    attempts: attempts.filter((attempt) => attempt.userId === userId),
  }))
  return {
    exam,
    topics: exam.blueprint.map(({ topicId }) => ({
      id: topicId,
      title: course?.look.topic(topicId)?.title ?? topicId,
    })),
    takers: takers.sort((a, b) => a.name.localeCompare(b.name, 'en')),
  }
}
