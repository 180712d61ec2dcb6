import type { Metadata } from 'next'
import { EmptyState } from '@/app/_components/empty-state'
import { Link } from '@/app/_components/link'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { requireInstructor } from '@/lib/auth/scopes'
import { type CohortSummary, loadCohorts } from '@/lib/server/cohort/load-cohorts'
import { CohortForm } from './_components/cohort-form'
import { Overview } from './_components/overview'

export const metadata: Metadata = { title: 'Cohorts' }

export default async function CohortsPage() {
  const scope = await requireInstructor()
  const { cohorts, overview } = await loadCohorts(scope, { now: Date.now() })
  return (
    <>
      <PageHeader
        title="Cohorts"
        lead="Groups of analysts who learn together, and their progress."
      />
      {cohorts.length === 0 ? (
        <EmptyState>
          There is no cohort yet. Create one below, then invite its analysts with a link.
        </EmptyState>
      ) : (
        <CohortTable cohorts={cohorts.filter(({ archived }) => !archived)} />
      )}
      <Archived cohorts={cohorts.filter(({ archived }) => archived)} />
      <Overview cohorts={overview} />
      <Panel title="New cohort" className="mt-14 max-w-md">
        <CohortForm />
      </Panel>
    </>
  )
}

function Archived({ cohorts }: { cohorts: readonly CohortSummary[] }) {
  if (cohorts.length === 0) return null
  return (
    <details className="mt-6">
      <summary className="link inline-block cursor-pointer py-1 text-sm">
        Archived: {cohorts.length}
      </summary>
      <div className="mt-3">
        <CohortTable cohorts={cohorts} archived />
      </div>
    </details>
  )
}

type TableProps = { cohorts: readonly CohortSummary[]; archived?: boolean }

function CohortTable({ cohorts, archived = false }: TableProps) {
  return (
    <Table caption={archived ? 'Archived cohorts' : 'Cohorts'}>
      <thead>
        <tr>
          <Th>Cohort</Th>
          <Th numeric>Analysts</Th>
          <Th numeric>Active in the last 7 days</Th>
        </tr>
      </thead>
      <tbody>
        {cohorts.map((cohort) => (
          <tr key={cohort.id}>
            <RowTh named>
              <Link href={`/cohorts/${cohort.id}`} className="link -my-1 inline-block py-1">
                {cohort.name}
              </Link>
            </RowTh>
            <Td numeric>{cohort.learners}</Td>
            <Td numeric>{cohort.activeLast7Days}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
