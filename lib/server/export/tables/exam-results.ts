import 'server-only'
import { listExams } from '../../exam/list-exams'
import { loadExamResults } from '../../exam/load-exam-results'
import { instant, rounded, table } from './table'

/** One row for each attempt at any exam of the cohort, or at one of them. An attempt in progress has no result yet. */
export const examResults = table({
  load: async (scope, { now, of }) => {
    const { exams } = await listExams(scope, { now })
    const wanted = of === null ? exams : exams.filter(({ id }) => id === of)
    const results = await Promise.all(
      wanted.map(({ id }) => loadExamResults(scope, { examId: id, now })),
    )
    return results.flatMap(({ exam, topics, takers, granted }) =>
      takers.flatMap(({ name, attempts }) =>
        attempts.map((attempt) => ({
          exam,
          topics,
          name,
          attempt,
          granted: granted(attempt),
        })),
      ),
    )
  },
  sorted: [
    { id: 'name', head: 'Analyst', value: ({ name }) => name },
    {
      id: 'result',
      head: 'Result',
      value: ({ attempt: { result } }) =>
        result && result.total > 0 ? result.right / result.total : null,
    },
  ],
  columns: [
    { head: 'Exam', value: ({ exam }) => exam.title },
    { head: 'Analyst', value: ({ name }) => name },
    { head: 'Attempt', value: ({ attempt }) => attempt.number },
    { head: 'Begun', value: ({ attempt }) => instant(attempt.startedAt) },
    { head: 'Handed in', value: ({ attempt }) => instant(attempt.submittedAt) },
    { head: 'Right', value: ({ attempt }) => attempt.result?.right ?? null },
    { head: 'Of these granted on appeal', value: ({ granted }) => granted },
    { head: 'Questions', value: ({ attempt }) => attempt.result?.total ?? null },
    {
      head: 'Share',
      value: ({ attempt: { result } }) =>
        result && result.total > 0 ? rounded(result.right / result.total) : null,
    },
    {
      head: 'Passed',
      value: ({ attempt: { result } }) => result && (result.passed ? 'yes' : 'no'),
    },
    {
      head: 'By topic',
      value: ({ attempt, topics }) =>
        attempt.result?.topics
          .map(({ topicId, right, total }) => {
            const title = topics.find(({ id }) => id === topicId)?.title ?? topicId
            return `${title}: ${right} of ${total}`
          })
          .join('; ') ?? null,
    },
    { head: 'Certificate', value: ({ attempt }) => attempt.certificate?.code ?? null },
    {
      head: 'Certificate void since',
      value: ({ attempt }) => instant(attempt.certificate?.voidedAt ?? null),
    },
  ],
  coursesOf: ({ exam }, courses) => exam.blueprint.map(({ topicId }) => courses.part(topicId)),
})
