import 'server-only'
import { type GivenToItem, givenToItem } from '../../../cohort/view/item-view'
import { answersOf } from '../../../db/cohort/item-answers'
import { AppError } from '../../../kernel/app-error'
import { asQuestionId } from '../../../kernel/ids'
import { cohortScene } from '../../cohort/cohort-scene'
import type { CohortScope } from '../../scope'
import { instant, type TableInput, table } from './table'

type Named = { readonly id: string; readonly prompt: string }

/**
 * The rows of the requested question, or of all questions of the course, each with its id and
 * prompt.
 */
async function eachQuestion<Row>(
  scope: CohortScope,
  { now, of }: TableInput,
  rowsOf: (given: GivenToItem) => readonly Row[],
): Promise<readonly (Row & Named)[]> {
  const scene = await cohortScene(scope, now)
  const { catalogue, look } = scene.course
  const asked = of === null ? null : look.question(asQuestionId(of))
  if (asked === undefined) throw new AppError('not_found', 'The course has no such question.')
  const people = scene.learners.map(({ user }) => user.id)
  const rows: (Row & Named)[] = []
  for (const question of asked === null ? catalogue.questions : [asked]) {
    const { id, prompt } = question
    const given = givenToItem(scene, question, await answersOf(id, people))
    for (const row of rowsOf(given)) rows.push({ ...row, id, prompt })
  }
  return rows
}

/** The answers to questions that are graded automatically. */
export const answers = table({
  needs: 'question',
  load: (scope, input) =>
    eachQuestion(scope, input, ({ answers, names }) =>
      answers.map((answer) => ({
        ...answer,
        people: answer.by.map((id) => names.get(id) ?? '').join('; '),
      })),
    ),
  columns: [
    { head: 'Question', value: ({ id }) => id },
    { head: 'Prompt', value: ({ prompt }) => prompt },
    { head: 'Answer', value: ({ text }) => text },
    { head: 'Graded', value: ({ right }) => (right ? 'right' : 'wrong') },
    { head: 'At first try', value: ({ first }) => first },
    { head: 'Times', value: ({ times }) => times },
    { head: 'By', value: ({ people }) => people },
  ],
  coursesOf: ({ id }, courses) => [courses.question(id)],
})

/** The analysts who knew what a question meant before its last correction. */
export const oldMeanings = table({
  needs: 'question',
  load: (scope, input) =>
    eachQuestion(scope, input, ({ superseded }) =>
      (superseded?.people ?? []).map((person) => ({
        ...person,
        previousAnswer: superseded?.previousAnswer ?? '',
      })),
    ),
  columns: [
    { head: 'Question', value: ({ id }) => id },
    { head: 'Prompt', value: ({ prompt }) => prompt },
    { head: 'No longer right', value: ({ previousAnswer }) => previousAnswer },
    { head: 'Analyst', value: ({ name }) => name },
    { head: 'Last right before', value: ({ knewAt }) => instant(knewAt) },
    { head: 'Since then', value: ({ since }) => since },
    { head: 'Last answer since', value: ({ sinceAt }) => instant(sinceAt) },
  ],
  coursesOf: ({ id }, courses) => [courses.question(id)],
})

/** The analysts who answered a question wrongly. */
export const wrongAnswers = table({
  needs: 'question',
  load: (scope, input) => eachQuestion(scope, input, ({ wrong }) => wrong),
  columns: [
    { head: 'Question', value: ({ id }) => id },
    { head: 'Prompt', value: ({ prompt }) => prompt },
    { head: 'Analyst', value: ({ name }) => name },
    { head: 'Wrong', value: ({ wrong }) => wrong },
    { head: 'Answers', value: ({ times }) => times },
    { head: 'What they answered', value: ({ answers }) => answers.join('; ') },
    { head: 'Last wrong', value: ({ lastWrongAt }) => instant(lastWrongAt) },
  ],
  coursesOf: ({ id }, courses) => [courses.question(id)],
})
