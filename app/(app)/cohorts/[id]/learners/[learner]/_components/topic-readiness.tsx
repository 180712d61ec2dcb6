import { Link } from '@/app/_components/link'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { query } from '@/app/(app)/_components/query'
import type { LearnerView } from '@/lib/cohort/view/learner-view'
import { studyDayNamed } from '@/lib/kernel/study-day'
import { RangeBar, rangeText } from '../../../_components/range'

/** Each topic links to its questions. */
export function TopicReadiness({ cohortId, view }: { cohortId: string; view: LearnerView }) {
  const days = studyDayNamed(view.on) - studyDayNamed(view.today)
  return (
    <Table caption={`Readiness by topic on ${view.on}`}>
      <thead>
        <tr>
          <Th>Topic</Th>
          <Th className="w-64">Readiness</Th>
          <Th numeric>Seen</Th>
          <Th numeric>Due</Th>
        </tr>
      </thead>
      <tbody>
        {view.topics.map(({ id, title, questions, seen, due, readiness }) => (
          <tr key={id}>
            <RowTh plain className="min-w-40">
              <Link
                className="link"
                href={`/cohorts/${cohortId}/learners/${view.userId}${query({ days: days || null, topic: id })}#questions`}
              >
                {title}
              </Link>
            </RowTh>
            <Td>
              <span className="flex items-center gap-3">
                <RangeBar readiness={readiness} label={title} />
                <span className="w-24 shrink-0 text-right whitespace-nowrap">
                  {rangeText(readiness)}
                </span>
              </span>
            </Td>
            <Td numeric>
              {seen} of {questions}
            </Td>
            <Td numeric>{due}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
