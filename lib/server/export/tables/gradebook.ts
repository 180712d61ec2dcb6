import 'server-only'
import { loadGradebook } from '../../exam/load-gradebook'
import { instant, rounded, table } from './table'

/** One row for each analyst and exam, so that the columns do not depend on the exams. */
export const gradebook = table({
  load: async (scope, { now }) => {
    const { exams, rows } = await loadGradebook(scope, { now })
    return rows.flatMap(({ name, overall, results }) =>
      results.map((mark, index) => ({ name, overall, mark, exam: exams[index] })),
    )
  },
  columns: [
    { head: 'Analyst', value: ({ name }) => name },
    { head: 'Exam', value: ({ exam }) => exam?.title ?? '' },
    { head: 'Best result', value: ({ mark: { best } }) => best?.right ?? null },
    { head: 'Questions', value: ({ mark: { best } }) => best?.total ?? null },
    {
      head: 'Share',
      value: ({ mark: { best } }) =>
        best && best.total > 0 ? rounded(best.right / best.total) : null,
    },
    { head: 'Attempts', value: ({ mark }) => mark.attempts },
    { head: 'Passed on', value: ({ mark }) => instant(mark.passedAt) },
    { head: 'In progress', value: ({ mark }) => (mark.inProgress ? 'yes' : 'no') },
    { head: 'Readiness today', value: ({ overall }) => rounded(overall.idle) },
  ],
  coursesOf: ({ exam }, courses) =>
    exam?.blueprint.map(({ topicId }) => courses.part(topicId)) ?? [],
})
