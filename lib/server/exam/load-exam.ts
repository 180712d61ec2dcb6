import 'server-only'
import { attemptsOfExam, drawnQuestions } from '../../db/exam/exam-attempts'
import type { ExamOfCohort } from '../../db/exam/exams'
import { changedSince } from '../../exam/changed-since'
import type { Attempt } from '../../exam/exam'
import { type ExamStatus, examStatusOf } from '../../exam/exam-status'
import type { ExamId, TopicId } from '../../kernel/ids'
import { currentCourse } from '../current-course'
import type { LearnerScope } from '../scope'
import { examTakenBy } from './exam-access'
import { settleOwn } from './settle-attempts'

export type ExamView = {
  readonly exam: ExamOfCohort
  readonly status: ExamStatus
  /**
   * The attempts that are over, newest first. `changedSince` counts questions whose meaning was
   * corrected, or that were withdrawn, since then.
   */
  readonly past: readonly (Attempt & { readonly changedSince: number })[]
  readonly topicTitles: Readonly<Record<TopicId, string>>
}

/** Attempts that are over are graded first. Throws not_found. */
export async function loadExam(
  scope: LearnerScope,
  input: { examId: ExamId; now: number },
): Promise<ExamView> {
  const { user } = scope
  const exam = await examTakenBy(scope, input.examId)
  await settleOwn(scope, input.now)
  const [attempts, course] = await Promise.all([attemptsOfExam(exam.id, user.id), currentCourse()])
  const status = examStatusOf(exam, attempts, input.now)
  const over = attempts.filter(({ result }) => result !== null).reverse()
  const past = over.map(async (attempt) => {
    const drawn = await drawnQuestions(user.id, attempt.id)
    return { ...attempt, changedSince: course ? changedSince(drawn, course.look) : drawn.length }
  })
  const mayTake = exam.member || status.kind !== 'may-start'
  return {
    exam,
    status: mayTake ? status : { kind: 'closed' },
    past: await Promise.all(past),
    topicTitles: Object.fromEntries(
      course?.catalogue.course.topics.map(({ id, title }) => [id, title]) ?? [],
    ),
  }
}
