import 'server-only'
import { type AnswerPlace, type Appeal, canBeAppealed } from '../../exam/appeal'
import type { Attempt } from '../../exam/exam'
import { isSameAnswer } from '../../exam/same-answer'
import type { GivenAnswer } from './given-answers'

export const isAt = (a: AnswerPlace) => (b: AnswerPlace) =>
  a.userId === b.userId && a.attemptId === b.attemptId && a.position === b.position

/**
 * The other answers of an exam that say the same to the same question, did not count as right, and
 * about which nothing was decided: one decision can hold for all.
 */
export function alikeAnswers(
  one: GivenAnswer,
  exam: {
    readonly attempts: readonly Attempt[]
    readonly given: readonly GivenAnswer[]
    readonly appeals: readonly Appeal[]
  },
): readonly GivenAnswer[] {
  const results = new Map(exam.attempts.map(({ id, result }) => [id, result]))
  return exam.given.filter((other) => {
    const result = results.get(other.attemptId)
    if (!result || isAt(one)(other) || !canBeAppealed(result, other.position, other.answer)) {
      return false
    }
    const appeal = exam.appeals.find(isAt(other))
    return (appeal === undefined || appeal.decision === null) && isSameAnswer(one, other)
  })
}
