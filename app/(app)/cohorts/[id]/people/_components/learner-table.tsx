import { Link } from '@/app/_components/link'
import { Tag } from '@/app/_components/tag'
import { formatDateTime, formatLastSeen } from '@/app/_format/format-date'
import { DataTable } from '@/app/_table/data-table'
import { withLooks } from '@/app/_table/with-looks'
import type { CohortView } from '@/lib/cohort/view/cohort-view'
import { PEOPLE_COLUMNS } from '@/lib/cohort/view/people-columns'
import type { DayClock } from '@/lib/kernel/study-day'
import { Retention } from './retention'

type Props = { cohort: CohortView; now: number; clock: DayClock }

/**
 * One row for each analyst: finished lessons, due reviews, recent reviews, retention and last
 * visit.
 */
export function LearnerTable({ cohort, now, clock }: Props) {
  const path = `/cohorts/${cohort.id}`
  const columns = withLooks(PEOPLE_COLUMNS, {
    name: {
      cell: ({ userId, name, email, disabled }) => (
        <>
          <Link href={`${path}/learners/${userId}`} className="link">
            {name}
          </Link>
          {disabled ? (
            <>
              {' '}
              <Tag tone="again">Disabled</Tag>
            </>
          ) : null}
          <span className="block text-label font-normal text-ink-2 max-sm:hidden">{email}</span>
        </>
      ),
    },
    lessons: {
      numeric: true,
      cell: ({ lessonsDone }) => `${lessonsDone} of ${cohort.lessonsTotal}`,
    },
    due: { numeric: true },
    week: { numeric: true },
    retention: { numeric: true, cell: ({ trueRetention }) => <Retention of={trueRetention} /> },
    seen: {
      fallsFirst: true,
      className: 'pl-4 whitespace-nowrap',
      cell: ({ lastSeenAt }) => <LastSeen at={lastSeenAt} now={now} clock={clock} />,
    },
  })
  return (
    <DataTable
      caption="Analysts of this cohort"
      what="analyst"
      name="people"
      shown={cohort}
      columns={columns}
      keyOf={({ userId }) => userId}
      place={{ path: `${path}/people` }}
      csv={`${path}/export/people.csv`}
      rowHead={{ named: true }}
      className="min-w-[44rem]"
    />
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
