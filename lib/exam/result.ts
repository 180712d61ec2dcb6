import type { TopicId } from '../kernel/ids'
import { grade } from '../kinds/grade'
import type { Answer } from '../kinds/types'
import type { ExamQuestion } from './blueprint'
import type { DrawnQuestion } from './drawn-question'

/** `left-out`: an instructor decided that the question counts for nobody. */
export type Outcome = 'right' | 'wrong' | 'unanswered' | 'left-out'

type TopicResult = {
  readonly topicId: TopicId
  readonly right: number
  readonly total: number
}

export type ExamResult = {
  /** The outcome of each question, by position. */
  readonly outcomes: readonly Outcome[]
  readonly topics: readonly TopicResult[]
  readonly right: number
  readonly total: number
  readonly passed: boolean
}

// The tolerance makes sure that 17 of 20 is 85 percent despite rounding.
const ROUNDING = 1e-9

/**
 * Only a fully correct answer counts, also with a minor misspelling. A partly correct one does not.
 * `answers` is by position.
 */
export function resultOf(
  drawn: readonly DrawnQuestion[],
  answers: ReadonlyMap<number, Answer>,
  passMark: number,
): ExamResult {
  const outcomes = drawn.map(({ question }, position) => outcomeOf(question, answers.get(position)))
  return resultWith(drawn, outcomes, passMark)
}

export function outcomeOf(
  question: ExamQuestion,
  answer: Answer | undefined,
): Exclude<Outcome, 'left-out'> {
  const verdict = answer && grade(question, answer)
  if (!verdict || verdict.outcome === 'incomplete') return 'unanswered'
  return verdict.outcome === 'right' ? 'right' : 'wrong'
}

/** What the outcomes, by position, add up to. */
export function resultWith(
  drawn: readonly DrawnQuestion[],
  outcomes: readonly Outcome[],
  passMark: number,
): ExamResult {
  const topics = new Map<TopicId, { right: number; total: number }>()
  for (const [position, { question }] of drawn.entries()) {
    const sum = topics.get(question.topic) ?? { right: 0, total: 0 }
    const right = sum.right + (outcomes[position] === 'right' ? 1 : 0)
    const total = sum.total + (outcomes[position] === 'left-out' ? 0 : 1)
    topics.set(question.topic, { right, total })
  }
  const right = outcomes.filter((outcome) => outcome === 'right').length
  const total = drawn.length - outcomes.filter((outcome) => outcome === 'left-out').length
  return {
    outcomes,
    topics: [...topics].map(([topicId, sums]) => ({ topicId, ...sums })),
    right,
    total,
    passed: total > 0 && right / total >= passMark - ROUNDING,
  }
}
