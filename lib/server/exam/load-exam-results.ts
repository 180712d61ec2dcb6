import 'server-only'
import { appealsOfExam } from '../../db/exam/exam-appeals'
import { attemptsOfExam } from '../../db/exam/exam-attempts'
import { pagesAskedDuring } from '../../db/exam/pages-asked'
import { findUser } from '../../db/people/users'
import type { Attempt, Exam } from '../../exam/exam'
import type { PageAsked } from '../../exam/page-asked'
import type { ExamId, TopicId, UserId } from '../../kernel/ids'
import { currentCourse } from '../current-course'
import { groundOf, learnersIn } from '../ground-of'
import type { CohortScope } from '../scope'
import { examIn } from './exam-in'
import { gradedNow } from './graded-now'

export type ExamTaker = {
  readonly userId: UserId
  readonly name: string
  /** Oldest first. An attempt without a result is in progress. */
  readonly attempts: readonly Attempt[]
}

export type ExamResults = {
  readonly exam: Exam
  /** The topics of the blueprint. */
  readonly topics: readonly { readonly id: TopicId; readonly title: string }[]
  /**
   * The learners of the cohort and everybody who took the exam and has left since, sorted by name.
   */
  readonly takers: readonly ExamTaker[]
  /** How many answers of an attempt count as right by decision of an instructor. */
  readonly granted: (attempt: Attempt) => number
  /** Pages that were asked for, and not shown, while the attempt was open. The oldest first. */
  readonly askedDuring: (attempt: Attempt) => readonly PageAsked[]
}

/** Throws not_found. */
export async function loadExamResults(
  scope: CohortScope,
  { examId, now }: { readonly examId: ExamId; readonly now: number },
): Promise<ExamResults> {
  const exam = await examIn(scope, examId)
  const [stored, appeals, asked, ground, course] = await Promise.all([
    attemptsOfExam(exam.id),
    appealsOfExam(exam.id),
    pagesAskedDuring(exam.id),
    groundOf(scope),
    currentCourse({ newest: scope.newest }),
  ])
  const attempts = await gradedNow(stored, [exam], now)
  const names = new Map(learnersIn(ground).map(({ id, name }) => [id, name] as const))
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
    granted: ({ id }) =>
      appeals.filter(({ attemptId, decision }) => attemptId === id && decision?.granted).length,
    askedDuring: ({ id }) => asked.filter(({ attemptId }) => attemptId === id),
    takers: takers.sort((a, b) => a.name.localeCompare(b.name, 'en')),
  }
}
