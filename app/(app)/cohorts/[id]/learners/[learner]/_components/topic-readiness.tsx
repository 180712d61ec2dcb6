import { Link } from '@/app/_components/link'
import type { ShownColumn } from '@/app/_table/data-table'
import { query } from '@/app/_table/query'
import type { LearnerTopic } from '@/lib/cohort/view/learner-topics'
import type { LearnerView } from '@/lib/cohort/view/learner-view'
import { studyDayNamed } from '@/lib/kernel/study-day'
import { RangeBar, rangeText } from '../../../_components/range'

/** Each topic links to its questions. */
export function topicColumns(
  cohortId: string,
  view: LearnerView,
): readonly ShownColumn<LearnerTopic>[] {
  const days = studyDayNamed(view.on) - studyDayNamed(view.today)
  return [
    {
      id: 'title',
      head: 'Topic',
      value: ({ title }) => title,
      className: 'min-w-40',
      cell: ({ id, title }) => (
        <Link
          className="link"
          href={`/cohorts/${cohortId}/learners/${view.userId}${query({ days: days || null, depth: view.reach, topic: id })}#questions`}
        >
          {title}
        </Link>
      ),
    },
    {
      id: 'readiness',
      head: 'Readiness',
      term: 'readiness',
      value: ({ readiness }) => readiness.idle,
      className: 'w-64',
      cell: ({ title, readiness }) => (
        <span className="flex items-center gap-3">
          <RangeBar readiness={readiness} label={title} />
          <span className="w-24 shrink-0 text-right whitespace-nowrap">{rangeText(readiness)}</span>
        </span>
      ),
    },
    {
      id: 'seen',
      head: 'Seen',
      value: ({ seen, questions }) => (questions === 0 ? null : seen / questions),
      numeric: true,
      cell: ({ seen, questions }) => `${seen} of ${questions}`,
    },
    { id: 'due', head: 'Due', value: ({ due }) => due, numeric: true },
  ]
}
