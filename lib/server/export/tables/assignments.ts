import 'server-only'
import { loadAssignments } from '../../cohort/load-assignments'
import { rounded, table } from './table'

/** One row for each assignment and analyst, because due dates differ between analysts. */
export const assignments = table({
  load: async (scope, { now }) => {
    const { assignments } = await loadAssignments(scope, { now })
    return assignments.flatMap(({ title, target, targetReadiness, people }) =>
      people.map((person) => ({ ...person, title, kind: target.kind, asked: targetReadiness })),
    )
  },
  columns: [
    { head: 'Assignment', value: ({ title }) => title },
    { head: 'Kind', value: ({ kind }) => kind },
    { head: 'Analyst', value: ({ name }) => name },
    { head: 'Due', value: ({ due }) => due },
    { head: 'Days left', value: ({ daysLeft }) => daysLeft },
    { head: 'Extended because', value: ({ extension }) => extension },
    { head: 'Asked', value: ({ asked }) => asked },
    { head: 'Ready today', value: ({ today }) => rounded(today) },
    { head: 'When due, at the present pace', value: ({ atPace }) => rounded(atPace) },
  ],
})
