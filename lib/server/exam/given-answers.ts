import 'server-only'
import { answersTo } from '../../db/exam/exam-answers'
import { questionsOf } from '../../db/exam/exam-attempts'
import type { AnswerPlace } from '../../exam/appeal'
import type { DrawnQuestion } from '../../exam/drawn-question'
import type { Attempt } from '../../exam/exam'
import type { Answer } from '../../kinds/types'

/** An answer of an attempt, with the question as it was drawn. */
export type GivenAnswer = AnswerPlace & {
  readonly drawn: DrawnQuestion
  readonly answer: Answer
}

/** All answers of these attempts, by two queries however many they are. */
export async function givenAnswers(attempts: readonly Attempt[]): Promise<readonly GivenAnswer[]> {
  const [questions, answers] = await Promise.all([questionsOf(attempts), answersTo(attempts)])
  return answers.flatMap(({ userId, attemptId, position, answer }) => {
    const drawn = questions.get(attemptId)?.[position]
    return drawn === undefined ? [] : [{ userId, attemptId, position, drawn, answer }]
  })
}
