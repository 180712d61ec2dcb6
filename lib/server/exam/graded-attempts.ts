import 'server-only'
import { answersTo } from '../../db/exam/exam-answers'
import { appealsOfExam } from '../../db/exam/exam-appeals'
import { gradedWith, questionsOf } from '../../db/exam/exam-attempts'
import { regradedOfExam } from '../../db/exam/regrades'
import type { GradedAttempt } from '../../exam/regrade'
import type { ExamId, QuestionId } from '../../kernel/ids'
import type { Answer } from '../../kinds/types'

/**
 * The graded attempts of an exam that have one of these questions, with all that their outcomes rest on, by a
 * few statements in all.
 */
export async function gradedAttemptsOf(
  examId: ExamId,
  questionIds: readonly QuestionId[],
): Promise<readonly GradedAttempt[]> {
  const attempts = (await gradedWith(examId, questionIds)).flatMap(({ result, ...attempt }) =>
    result === null ? [] : [{ ...attempt, result }],
  )
  const [questions, answers, appeals, regraded] = await Promise.all([
    questionsOf(attempts),
    answersTo(attempts),
    appealsOfExam(examId),
    regradedOfExam(examId),
  ])
  const given = new Map<string, Map<number, Answer>>()
  for (const { attemptId, position, answer } of answers) {
    given.set(attemptId, (given.get(attemptId) ?? new Map()).set(position, answer))
  }
  const of =
    (id: string) =>
    ({ attemptId }: { readonly attemptId: string }) =>
      attemptId === id
  return attempts.map((attempt) => ({
    attempt,
    drawn: questions.get(attempt.id) ?? [],
    answers: given.get(attempt.id) ?? new Map(),
    appeals: appeals.filter(of(attempt.id)),
    regraded: regraded.filter(of(attempt.id)),
  }))
}
