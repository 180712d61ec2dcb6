import type { Metadata } from 'next'
import { EmptyState } from '@/app/_components/empty-state'
import { Link } from '@/app/_components/link'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { askedOf } from '@/app/_table/asked-of'
import { DataTable, type ShownColumn } from '@/app/_table/data-table'
import type { Params } from '@/app/_table/table-address'
import { BeginCohort } from '@/app/(app)/_components/begin-cohort'
import { requireInstructor } from '@/lib/auth/scopes'
import { type CohortSummary, loadCohorts } from '@/lib/server/cohort/load-cohorts'
import { loadCourses } from '@/lib/server/load-courses'
import { shownRows, type TableQuery } from '@/lib/table/shown-rows'
import { CohortForm } from './_components/cohort-form'
import { Overview } from './_components/overview'

export const metadata: Metadata = { title: 'Cohorts' }

type Props = { searchParams: Promise<Params> }

export default async function CohortsPage({ searchParams }: Props) {
  const scope = await requireInstructor('/cohorts')
  const asked = await searchParams
  const [{ cohorts, overview }, courses] = await Promise.all([
    loadCohorts(scope, { now: Date.now() }),
    loadCourses(scope),
  ])
  return (
    <>
      <PageHeader
        title="Cohorts"
        lead="Groups of analysts who learn together, and their progress."
      />
      {cohorts.length === 0 ? (
        <EmptyState>
          There is no cohort yet. Create one below, and send its analysts the link.
        </EmptyState>
      ) : (
        <CohortTable
          cohorts={cohorts.filter(({ archived }) => !archived)}
          query={await askedOf(asked, { table: 'cohorts', columns: COLUMNS, usual: 'name' })}
        />
      )}
      <Archived
        cohorts={cohorts.filter(({ archived }) => archived)}
        query={
          await askedOf(asked, {
            ...{ table: 'archived', columns: COLUMNS, usual: 'name', prefix: 'archived-' },
          })
        }
      />
      <Overview cohorts={overview} />
      <Panel title="New cohort" className="mt-14 max-w-md">
        {cohorts.length === 0 ? <BeginCohort /> : <CohortForm courses={courses} />}
      </Panel>
    </>
  )
}

function Archived({ cohorts, query }: TableProps) {
  if (cohorts.length === 0) return null
  return (
    <details className="mt-6" open={query.words !== ''}>
      <summary className="link inline-block cursor-pointer py-1 text-sm">
        Archived: {cohorts.length}
      </summary>
      <div className="mt-3">
        <CohortTable cohorts={cohorts} query={query} archived />
      </div>
    </details>
  )
}

type TableProps = { cohorts: readonly CohortSummary[]; query: TableQuery; archived?: boolean }

function CohortTable({ cohorts, query, archived = false }: TableProps) {
  return (
    <DataTable
      caption={archived ? 'Archived cohorts' : 'Cohorts'}
      what="cohort"
      name={archived ? 'archived' : 'cohorts'}
      shown={shownRows(cohorts, COLUMNS, query)}
      columns={COLUMNS}
      keyOf={({ id }) => id}
      place={{ path: '/cohorts', prefix: archived ? 'archived-' : '' }}
      rowHead={{ named: true }}
    />
  )
}

const COLUMNS: readonly ShownColumn<CohortSummary>[] = [
  {
    id: 'name',
    head: 'Cohort',
    value: ({ name }) => name,
    cell: ({ id, name }) => (
      <Link href={`/cohorts/${id}`} className="link -my-1 inline-block py-1">
        {name}
      </Link>
    ),
  },
  { id: 'analysts', head: 'Analysts', value: ({ learners }) => learners, numeric: true },
  {
    id: 'active',
    head: 'Active in the last 7 days',
    value: ({ activeLast7Days }) => activeLast7Days,
    numeric: true,
  },
]
