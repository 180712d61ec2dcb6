import 'server-only'
import { asQuestionId } from '../../../kernel/ids'
import { type ItemView, loadItem } from '../../cohort/load-item'
import { requireCourse } from '../../current-course'
import { instant, type TableInput, table } from './table'

/** Rows of the question asked for, or of each of the course's, with its id and prompt. */
async function eachQuestion<Row>(
  input: TableInput,
  rowsOf: (view: ItemView) => readonly Row[],
): Promise<readonly (Row & { readonly id: string; readonly prompt: string })[]> {
  const { catalogue } = await requireCourse()
  const ids = input.of === null ? catalogue.questions.map(({ id }) => id) : [asQuestionId(input.of)]
  const rows: (Row & { readonly id: string; readonly prompt: string })[] = []
  for (const questionId of ids) {
    const view = await loadItem({ ...input, questionId })
    const { id, prompt } = view.row
    for (const row of rowsOf(view)) rows.push({ ...row, id, prompt })
  }
  return rows
}

/** What was answered to questions that are graded by machine. */
export const answers = table({
  needs: 'question',
  load: (input) =>
    eachQuestion(input, ({ answers, names }) =>
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
})

/** Who got a question wrong. */
export const wrongAnswers = table({
  needs: 'question',
  load: (input) => eachQuestion(input, ({ wrong }) => wrong),
  columns: [
    { head: 'Question', value: ({ id }) => id },
    { head: 'Prompt', value: ({ prompt }) => prompt },
    { head: 'Analyst', value: ({ name }) => name },
    { head: 'Wrong', value: ({ wrong }) => wrong },
    { head: 'Answers', value: ({ times }) => times },
    { head: 'What they answered', value: ({ said }) => said.join('; ') },
    { head: 'Last wrong', value: ({ lastWrongAt }) => instant(lastWrongAt) },
  ],
})
