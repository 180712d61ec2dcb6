import 'server-only'
import { type TalliedAnswer, tally } from '../../cohort/answer-tally'
import type { Question } from '../../course/types'
import { answersOf, type ItemAnswer } from '../../db/cohort/item-answers'
import { joined, typedWords } from '../../grading/normalise'
import { AppError } from '../../kernel/app-error'
import type { CohortId, QuestionId, UserId } from '../../kernel/ids'
import { answerText } from '../../kinds/answer-text'
import { givenText } from '../../kinds/given-text'
import { grade } from '../../kinds/grade'
import { kindOf } from '../../kinds/kinds'
import type { Answer } from '../../kinds/types'
import { cohortScene } from './cohort-scene'
import { type ItemRow, itemRows } from './load-item-analysis'

export type ItemPerson = {
  readonly userId: UserId
  readonly name: string
  /** Grades, and those that were no recall. */
  readonly times: number
  readonly wrong: number
  /** What they answered wrongly, latest first, each once; empty for one they grade themselves. */
  readonly said: readonly string[]
  readonly lastWrongAt: number
}

export type ItemView = {
  readonly cohortName: string
  readonly row: ItemRow
  readonly answer: string
  readonly explanation: string
  /** What was answered, of questions graded by machine; options nobody chose count 0. */
  readonly answers: readonly TalliedAnswer<UserId>[]
  /** Who got it wrong, the most often first. */
  readonly wrong: readonly ItemPerson[]
  readonly names: ReadonlyMap<UserId, string>
}

/** Throws not_allowed, not_found (also for a question the course does not have), course_not_published. */
export async function loadItem(input: {
  readonly actorId: UserId
  readonly cohortId: CohortId
  readonly questionId: QuestionId
  readonly now: number
}): Promise<ItemView> {
  const scene = await cohortScene(input)
  const { look } = scene.course
  const question = look.question(input.questionId)
  if (!question) throw new AppError('not_found', 'The course asks no such question.')
  const names = new Map(scene.analysts.map(({ user }) => [user.id, user.name]))
  const [rows, given] = await Promise.all([
    itemRows(scene, [question]),
    answersOf(question.id, [...names.keys()]),
  ])
  const [row] = rows
  if (!row) throw new Error(`No statistics of ${question.id}`)
  const textOf = (answer: Answer) => givenText(answer, look.nameOf)
  return {
    cohortName: scene.cohort.name,
    row,
    answer: answerText(question, look.nameOf),
    explanation: question.explanation,
    answers: withUnchosen(question, tallied(question, given, textOf), textOf),
    wrong: wrongOf(given, names, textOf),
    names,
  }
}

function tallied(
  question: Question,
  given: readonly ItemAnswer[],
  textOf: (answer: Answer) => string,
): readonly TalliedAnswer<UserId>[] {
  const met = new Set<UserId>()
  return tally(
    given.flatMap(({ userId, answer, correct }) => {
      const first = !met.has(userId)
      met.add(userId)
      if (answer === null) return []
      const kind = kindOf(answer.kind)
      if (kind.gradedBy === 'learner') return []
      const text = textOf(answer)
      const key = kind.inOwnWords ? joined(typedWords(text)) : text
      // By what the course says now: a correction moves an answer from wrong to right.
      const now = answer.kind === question.kind ? grade(question, answer).outcome === 'right' : null
      return [
        { who: userId, text: text || '(nothing)', key, right: now ?? correct ?? false, first },
      ]
    }),
  )
}

/** A wrong option that nobody takes is no distractor: it is shown with nought. */
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
): readonly ItemPerson[] {
  const byPerson = new Map<UserId, ItemAnswer[]>()
  for (const each of given) byPerson.set(each.userId, [...(byPerson.get(each.userId) ?? []), each])
  return [...byPerson]
    .map(([userId, all]) => {
      const wrong = all.filter(({ rating }) => rating === 1).reverse()
      const said = wrong.flatMap(({ answer, correct }) =>
        answer === null || correct !== false ? [] : [textOf(answer)],
      )
      return {
        ...{ userId, name: names.get(userId) ?? '', times: all.length, wrong: wrong.length },
        said: [...new Set(said)].filter((text) => text !== ''),
        lastWrongAt: wrong[0]?.at ?? 0,
      }
    })
    .filter(({ wrong }) => wrong > 0)
    .sort((a, b) => b.wrong - a.wrong || b.lastWrongAt - a.lastWrongAt)
}
