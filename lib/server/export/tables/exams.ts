import 'server-only'
import { questionsIn, reachOfBlueprint } from '../../../exam/blueprint'
import { listExams } from '../../exam/list-exams'
import { instant, table } from './table'

export const exams = table({
  load: async (scope, { now }) => {
    const { exams, learners } = await listExams(scope, { now })
    return exams.map((exam) => ({ ...exam, learners }))
  },
  sorted: [
    { id: 'title', head: 'Exam', value: ({ title }) => title },
    { id: 'questions', head: 'Questions', value: ({ blueprint }) => questionsIn(blueprint) },
    { id: 'minutes', head: 'Minutes', value: ({ minutes }) => minutes },
    { id: 'mark', head: 'Pass mark', value: ({ passMark }) => passMark },
    { id: 'closes', head: 'Closes', value: ({ closesAt }) => closesAt },
    { id: 'taken', head: 'Taken by', value: ({ taken }) => taken },
    { id: 'passed', head: 'Passed', value: ({ passed }) => passed },
  ],
  columns: [
    { head: 'Exam', value: ({ title }) => title },
    { head: 'Questions', value: ({ blueprint }) => questionsIn(blueprint) },
    { head: 'Minutes', value: ({ minutes }) => minutes },
    { head: 'Pass mark', value: ({ passMark }) => passMark },
    { head: 'Attempts', value: ({ maxAttempts }) => maxAttempts },
    { head: 'Opens', value: ({ opensAt }) => instant(opensAt) },
    { head: 'Closes', value: ({ closesAt }) => instant(closesAt) },
    { head: 'Analysts', value: ({ learners }) => learners },
    { head: 'Taken by', value: ({ taken }) => taken },
    { head: 'Passed', value: ({ passed }) => passed },
    { head: 'Depth', value: ({ blueprint }) => reachOfBlueprint(blueprint) },
  ],
  coursesOf: ({ blueprint }, courses) => blueprint.map(({ topicId }) => courses.part(topicId)),
})
