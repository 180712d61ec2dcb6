import { Link } from '@/app/_components/link'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { Tag } from '@/app/_components/tag'
import { formatDateTime, formatLastSeen } from '@/app/_format/format-date'
import type { LearnerRow } from '@/lib/cohort/view/cohort-view'
import type { DayClock } from '@/lib/kernel/study-day'
import { Retention } from './retention'

type Props = {
  cohortId: string
  learners: readonly LearnerRow[]
  lessonsTotal: number
  now: number
  clock: DayClock
}

/**
 * One row for each analyst: finished lessons, due reviews, recent reviews, retention and last
 * visit.
 */
export function LearnerTable({ cohortId, learners, lessonsTotal, now, clock }: Props) {
  return (
    <Table caption="Analysts of this cohort" className="min-w-[44rem]">
      <thead>
        <tr>
          <Th className="sticky left-0 bg-paper">Analyst</Th>
          <Th numeric>Lessons done</Th>
          <Th numeric>Due</Th>
          <Th numeric>Reviewed, 7 days</Th>
          <Th numeric>True retention</Th>
          <Th className="pl-4">Last seen</Th>
        </tr>
      </thead>
      <tbody>
        {learners.map((learner) => (
          <tr key={learner.userId}>
            <RowTh named className="sticky left-0 bg-paper">
              <Link href={`/cohorts/${cohortId}/learners/${learner.userId}`} className="link">
                {learner.name}
              </Link>
              {learner.disabled ? (
                <>
                  {' '}
                  <Tag tone="again">Disabled</Tag>
                </>
              ) : null}
              <span className="block text-label font-normal text-ink-2 max-sm:hidden">
                {learner.email}
              </span>
            </RowTh>
            <Td numeric>
              {learner.lessonsDone} of {lessonsTotal}
            </Td>
            <Td numeric>{learner.due}</Td>
            <Td numeric>{learner.reviewed7Days}</Td>
            <Td numeric>
              <Retention of={learner.trueRetention} />
            </Td>
            <Td className="pl-4 whitespace-nowrap">
              <LastSeen at={learner.lastSeenAt} now={now} clock={clock} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function LastSeen({ at, now, clock }: { at: number | null; now: number; clock: DayClock }) {
  const text = formatLastSeen(at, now, clock)
  if (at === null) return <span className="text-ink-2">{text}</span>
  return (
    <time dateTime={new Date(at).toISOString()} title={formatDateTime(at, clock.zone)}>
      {text}
    </time>
  )
}
