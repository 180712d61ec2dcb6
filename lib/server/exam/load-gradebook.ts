import 'server-only'
import type { ReadinessView } from '../../cohort/view/readiness-view'
import { attemptsIn } from '../../db/exam/exam-attempts'
import { examsOfCohort } from '../../db/exam/exams'
import type { Exam } from '../../exam/exam'
import { type ExamMark, markOf } from '../../exam/gradebook'
import { loadReadiness } from '../cohort/load-readiness'
import type { CohortScope } from '../scope'
import { gradedNow } from './graded-now'

export type GradebookRow = Pick<
  ReadinessView['rows'][number],
  'userId' | 'name' | 'overall' | 'topics'
> & {
  /** In the order of the exams. */
  readonly results: readonly ExamMark[]
}

export type Gradebook = Pick<ReadinessView, 'topics' | 'reach'> & {
  /** The oldest first, as they are read from left to right. */
  readonly exams: readonly Exam[]
  readonly rows: readonly GradebookRow[]
}

/**
 * Every analyst with what they have of every exam, and how ready they are today in each topic. Throws
 * course_not_published.
 */
export async function loadGradebook(
  scope: CohortScope,
  { now }: { readonly now: number },
): Promise<Gradebook> {
  const { cohort } = scope
  const [readiness, exams, stored] = await Promise.all([
    loadReadiness(scope, { now, on: null, reach: null, sort: 'name', page: null }),
    examsOfCohort(cohort.id),
    attemptsIn(cohort.id),
  ])
  const attempts = await gradedNow(stored, exams, now)
  const oldestFirst = exams.toReversed()
  const { topics, reach } = readiness
  return {
    topics,
    reach,
    exams: oldestFirst,
    rows: readiness.rows.map(({ userId, name, overall, topics: each }) => {
      const own = attempts.filter((attempt) => attempt.userId === userId)
      const results = oldestFirst.map(({ id }) =>
        markOf(
          own.filter(({ examId }) => examId === id),
          now,
        ),
      )
      return { userId, name, overall, topics: each, results }
    }),
  }
}
