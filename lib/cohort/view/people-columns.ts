import type { Column } from '../../table/column'
import type { LearnerRow } from './learner-row'

export const PEOPLE_COLUMNS: readonly Column<LearnerRow>[] = [
  { id: 'name', head: 'Analyst', value: ({ name }) => name },
  { id: 'email', head: 'E-mail', value: ({ email }) => email },
  { id: 'lessons', head: 'Lessons done', value: ({ lessonsDone }) => lessonsDone },
  { id: 'due', head: 'Due', value: ({ due }) => due },
  { id: 'week', head: 'Reviewed, 7 days', value: ({ reviewed7Days }) => reviewed7Days },
  {
    id: 'retention',
    head: 'True retention',
    value: ({ trueRetention: of }) => (of === null ? null : of.passed / of.total),
  },
  { id: 'seen', head: 'Last seen', value: ({ lastSeenAt }) => lastSeenAt },
]

/** The columns that are read of each person by a statement of its own. */
export const PEOPLE_FIGURES: readonly string[] = ['lessons', 'due', 'week', 'retention']
