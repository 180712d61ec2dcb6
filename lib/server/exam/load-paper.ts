import 'server-only'
import type { LookUp } from '../../course/look-up'
import { answersOf } from '../../db/exam/exam-answers'
import { attemptsOfExam, drawnQuestions } from '../../db/exam/exam-attempts'
import { isClosed } from '../../exam/attempt-time'
import { type Paper, paperQuestion } from '../../exam/paper'
import type { EntityId, ExamId } from '../../kernel/ids'
import { requireCourse } from '../current-course'
import type { LearnerScope } from '../scope'
import { examTakenBy } from './exam-access'

/** The paper of the attempt in progress, or null. Throws not_found, course_not_published. */
export async function loadPaper(
  scope: LearnerScope,
  input: { examId: ExamId; now: number },
): Promise<Paper | null> {
  const { user } = scope
  const exam = await examTakenBy(scope, input.examId)
  const attempts = await attemptsOfExam(exam.id, user.id)
  const attempt = attempts.find((one) => !isClosed(one, input.now))
  if (!attempt) return null
  const [drawn, answers, { look }] = await Promise.all([
    drawnQuestions(user.id, attempt.id),
    answersOf(user.id, attempt.id),
    requireCourse({ newest: scope.newest }),
  ])
  return {
    examId: exam.id,
    attemptId: attempt.id,
    userId: user.id,
    title: exam.title,
    number: attempt.number,
    serverNow: input.now,
    endsAt: attempt.endsAt,
    questions: drawn.map((one) => paperQuestion(one, stateOf(look))),
    answers,
  }
}

const stateOf = (look: LookUp) => (id: EntityId) => ({
  id,
  name: look.nameOf(id),
  isoNumeric: look.entity(id)?.isoNumeric ?? '',
})
