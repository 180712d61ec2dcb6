import 'server-only'
import { answersTo } from '../../db/exam/exam-answers'
import { questionsOf } from '../../db/exam/exam-attempts'
import { isClosed } from '../../exam/attempt-time'
import type { Attempt, Exam } from '../../exam/exam'
import { resultOf } from '../../exam/result'
import type { AttemptId } from '../../kernel/ids'
import type { Answer } from '../../kinds/types'

/**
 * The attempts as they are to be shown: one whose time is over has its result, although no job and no
 * write has stored it yet. It is the result that will be stored. Only its certificate comes later.
 * Writes nothing, because a page that is read changes nothing.
 */
export async function gradedNow(
  attempts: readonly Attempt[],
  exams: readonly Exam[],
  now: number,
): Promise<readonly Attempt[]> {
  const over = attempts.filter((attempt) => attempt.result === null && isClosed(attempt, now))
  if (over.length === 0) return attempts
  const [questions, answers] = await Promise.all([questionsOf(over), answersTo(over)])
  const given = new Map<AttemptId, Map<number, Answer>>()
  for (const { attemptId, position, answer } of answers) {
    given.set(attemptId, (given.get(attemptId) ?? new Map()).set(position, answer))
  }
  return attempts.map((attempt) => {
    const exam = exams.find(({ id }) => id === attempt.examId)
    if (!over.includes(attempt) || !exam) return attempt
    const drawn = questions.get(attempt.id) ?? []
    const result = resultOf(drawn, given.get(attempt.id) ?? new Map(), exam.passMark)
    return { ...attempt, submittedAt: attempt.submittedAt ?? attempt.endsAt, result }
  })
}
