import 'server-only'
import { PEOPLE_COLUMNS } from '../../../cohort/view/people-columns'
import { loadCohort } from '../../cohort/load-cohort'
import { instant, table } from './table'

export const people = table({
  load: async (scope, { now }) => {
    const { rows, lessonsTotal } = await loadCohort(scope, { now, page: null })
    return rows.map((learner) => ({ ...learner, lessonsTotal }))
  },
  sorted: PEOPLE_COLUMNS,
  columns: [
    { head: 'Analyst', value: ({ name }) => name },
    { head: 'E-mail', value: ({ email }) => email },
    { head: 'Lessons done', value: ({ lessonsDone }) => lessonsDone },
    { head: 'Lessons', value: ({ lessonsTotal }) => lessonsTotal },
    { head: 'Due', value: ({ due }) => due },
    { head: 'Reviewed, 7 days', value: ({ reviewed7Days }) => reviewed7Days },
    { head: 'Recalled, 30 days', value: ({ trueRetention }) => trueRetention?.passed ?? null },
    { head: 'Tested, 30 days', value: ({ trueRetention }) => trueRetention?.total ?? null },
    { head: 'Last seen', value: ({ lastSeenAt }) => instant(lastSeenAt) },
    { head: 'Account', value: ({ disabled }) => (disabled ? 'disabled' : 'active') },
  ],
})
