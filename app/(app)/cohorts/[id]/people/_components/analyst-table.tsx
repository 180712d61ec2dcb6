import Link from 'next/link'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { formatDateTime, formatLastSeen } from '@/app/_format/format-date'
import type { DayClock } from '@/lib/kernel/study-day'
import type { AnalystRow } from '@/lib/server/cohort/load-cohort'
import { Retention } from './retention'

type Props = {
  cohortId: string
  analysts: readonly AnalystRow[]
  lessonsTotal: number
  now: number
  clock: DayClock
}

/** One row an analyst: what is done, what waits, what is remembered, when they were last here. */
export function AnalystTable({ cohortId, analysts, lessonsTotal, now, clock }: Props) {
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
        {analysts.map((analyst) => (
          <tr key={analyst.userId}>
            <RowTh className="sticky left-0 max-w-40 bg-paper sm:max-w-none">
              <Link
                href={`/cohorts/${cohortId}/learners/${analyst.userId}`}
                prefetch={false}
                className="link"
              >
                {analyst.name}
              </Link>
              <span className="block truncate text-label font-normal text-ink-2 max-sm:hidden">
                {analyst.email}
              </span>
            </RowTh>
            <Td numeric>
              {analyst.lessonsDone} of {lessonsTotal}
            </Td>
            <Td numeric>{analyst.due}</Td>
            <Td numeric>{analyst.reviewed7Days}</Td>
            <Td numeric>
              <Retention of={analyst.trueRetention} />
            </Td>
            <Td className="pl-4 whitespace-nowrap">
              <LastSeen at={analyst.lastSeenAt} now={now} clock={clock} />
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
