import 'server-only'
import { loadAssignments } from '../../cohort/load-assignments'
import { rounded, table } from './table'

/**
 * One row for each assignment and analyst, because due dates differ between analysts; `of` is one
 * assignment.
 */
export const assignments = table({
  load: async (scope, { now, of }) => {
    const { assignments } = await loadAssignments(scope, { now })
    const wanted = of === null ? assignments : assignments.filter(({ id }) => id === of)
    return wanted.flatMap(({ title, target, reach, targetReadiness, people }) =>
      people.map((person) => ({
        ...person,
        title,
        target,
        reach,
        asked: targetReadiness,
      })),
    )
  },
  sorted: [
    { id: 'name', head: 'Analyst', value: ({ name }) => name },
    { id: 'due', head: 'Due', value: ({ due }) => due },
    { id: 'today', head: 'Ready today', value: ({ today }) => today },
    {
      id: 'pace',
      head: 'At this pace',
      value: ({ daysLeft, today, atPace }) => (daysLeft < 0 ? today : atPace),
    },
    { id: 'extension', head: 'Extension', value: ({ extension }) => extension },
  ],
  columns: [
    { head: 'Assignment', value: ({ title }) => title },
    { head: 'Kind', value: ({ target }) => target.kind },
    { head: 'Analyst', value: ({ name }) => name },
    { head: 'Due', value: ({ due }) => due },
    { head: 'Days left', value: ({ daysLeft }) => daysLeft },
    { head: 'Extended because', value: ({ extension }) => extension },
    { head: 'Asked', value: ({ asked }) => asked },
    { head: 'Ready today', value: ({ today }) => rounded(today) },
    { head: 'When due, at the present pace', value: ({ atPace }) => rounded(atPace) },
    { head: 'Depth', value: ({ reach }) => reach },
  ],
  coursesOf: ({ target }, courses) => [courses.part(target.id)],
})
