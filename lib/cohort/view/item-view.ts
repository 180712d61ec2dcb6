import type { Question } from '../../course/types'
import { joined, typedWords } from '../../grading/normalise'
import { groupBy } from '../../kernel/group-by'
import type { UserId } from '../../kernel/ids'
import { answerText } from '../../kinds/answer-text'
import { givenText } from '../../kinds/given-text'
import { grade } from '../../kinds/grade'
import { kindOf } from '../../kinds/kinds'
import type { Answer } from '../../kinds/types'
import { type TalliedAnswer, tally } from '../answer-tally'
import type { ItemAnswer } from '../item-answer'
import type { CohortScene } from '../scene'
import { type Superseded, superseded } from '../superseded'
import { type ItemFigures, type ItemRow, itemRow } from './item-rows'

export type WrongLearner = {
  readonly userId: UserId
  readonly name: string
  /** The number of grades, and of those that were Again. */
  readonly times: number
  readonly wrong: number
  /**
   * Their wrong answers, latest first, each once. Empty for a question that learners grade
   * themselves.
   */
  readonly answers: readonly string[]
  readonly lastWrongAt: number
}

/** The answers of a cohort to one question. */
export type GivenToItem = {
  /** Only for questions graded automatically. Options that nobody chose have a count of 0. */
  readonly answers: readonly TalliedAnswer<UserId>[]
  /** Learners with wrong answers, those with the most first. */
  readonly wrong: readonly WrongLearner[]
  readonly names: ReadonlyMap<UserId, string>
  /** What a correction of its meaning left behind; null without one. */
  readonly superseded: Superseded | null
}

export type ItemView = GivenToItem & {
  readonly cohortName: string
  readonly row: ItemRow
  readonly answer: string
  readonly explanation: string
}

/** `given` has every answer of the cohort's learners to the question, oldest first. */
export function itemView(
  scene: CohortScene,
  figures: ItemFigures,
  question: Question,
  given: readonly ItemAnswer[],
): ItemView {
  const { cohort, course } = scene
  return {
    cohortName: cohort.name,
    row: itemRow(course, figures, question),
    answer: answerText(question, course.look.nameOf),
    explanation: question.explanation,
    ...givenToItem(scene, question, given),
  }
}

export function givenToItem(
  { course: { look }, learners }: CohortScene,
  question: Question,
  given: readonly ItemAnswer[],
): GivenToItem {
  const names = new Map(learners.map(({ user }) => [user.id, user.name]))
  const textOf = (answer: Answer) => givenText(answer, look.nameOf)
  return {
    answers: withUnchosen(question, tallied(question, given, textOf), textOf),
    wrong: wrongOf(given, names, textOf),
    names,
    superseded: superseded(question, given, names),
  }
}

function tallied(
  question: Question,
  given: readonly ItemAnswer[],
  textOf: (answer: Answer) => string,
): readonly TalliedAnswer<UserId>[] {
  const answered = new Set<UserId>()
  return tally(
    given.flatMap(({ userId, answer, correct }) => {
      const first = !answered.has(userId)
      answered.add(userId)
      if (answer === null) return []
      const kind = kindOf(answer.kind)
      if (kind.gradedBy === 'learner') return []
      const text = textOf(answer)
      const key = kind.inOwnWords ? joined(typedWords(text)) : text
      // Graded by the present course, so that a correction can turn a wrong answer into a correct
      // one.
      const now = answer.kind === question.kind ? grade(question, answer).outcome === 'right' : null
      return [
        { who: userId, text: text || '(nothing)', key, right: now ?? correct ?? false, first },
      ]
    }),
  )
}

/**
 * Adds the options that nobody chose, with a count of 0: a wrong option that nobody takes is
 * useless.
 */
function withUnchosen(
  question: Question,
  answers: readonly TalliedAnswer<UserId>[],
  textOf: (answer: Answer) => string,
): readonly TalliedAnswer<UserId>[] {
  const chosen = new Set(answers.map(({ text }) => text))
  const possible = kindOf(question.kind).possibleAnswers(question) ?? []
  return [
    ...answers,
    ...possible
      .filter((answer) => !chosen.has(textOf(answer)))
      .map((answer) => ({
        text: textOf(answer),
        right: grade(question, answer).outcome === 'right',
        first: 0,
        times: 0,
        by: [],
      })),
  ]
}

function wrongOf(
  given: readonly ItemAnswer[],
  names: ReadonlyMap<UserId, string>,
  textOf: (answer: Answer) => string,
): readonly WrongLearner[] {
  return [...groupBy(given, ({ userId }) => userId)]
    .map(([userId, all]) => {
      const wrong = all.filter(({ rating }) => rating === 1).reverse()
      const answers = wrong.flatMap(({ answer, correct }) =>
        answer === null || correct !== false ? [] : [textOf(answer)],
      )
      return {
        userId,
        name: names.get(userId) ?? '',
        times: all.length,
        wrong: wrong.length,
        answers: [...new Set(answers)].filter((text) => text !== ''),
        lastWrongAt: wrong[0]?.at ?? 0,
      }
    })
    .filter(({ wrong }) => wrong > 0)
    .sort((a, b) => b.wrong - a.wrong || b.lastWrongAt - a.lastWrongAt)
}
