import 'server-only'
import { questionsIn } from '../../../exam/blueprint'
import { listExams } from '../../exam/list-exams'
import { instant, table } from './table'

export const exams = table({
  load: async (input) => {
    const { exams, analysts } = await listExams(input)
    return exams.map((exam) => ({ ...exam, analysts }))
  },
  columns: [
    { head: 'Exam', value: ({ title }) => title },
    { head: 'Questions', value: ({ blueprint }) => questionsIn(blueprint) },
    { head: 'Minutes', value: ({ minutes }) => minutes },
    { head: 'Pass mark', value: ({ passMark }) => passMark },
    { head: 'Attempts', value: ({ maxAttempts }) => maxAttempts },
    { head: 'Opens', value: ({ opensAt }) => instant(opensAt) },
    { head: 'Closes', value: ({ closesAt }) => instant(closesAt) },
    { head: 'Analysts', value: ({ analysts }) => analysts },
    { head: 'Taken by', value: ({ taken }) => taken },
    { head: 'Passed', value: ({ passed }) => passed },
  ],
})
