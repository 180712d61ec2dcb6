import type { Metadata } from 'next'
import { EmptyState } from '@/app/_components/empty-state'
import { Link } from '@/app/_components/link'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { longDate } from '@/app/(app)/_components/day-label'
import { requireCohort } from '@/lib/auth/scopes'
import type { AssignmentRow } from '@/lib/cohort/view/assignments-view'
import { percent } from '@/lib/kernel/percent'
import { isoDate } from '@/lib/kernel/study-day'
import { loadAssignments } from '@/lib/server/cohort/load-assignments'
import { ExportLink } from '../../_components/export-link'
import { AssignmentForm } from './_components/assignment-form'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Assignments · ${(await requireCohort((await params).id)).cohort.name}` }
}

export default async function AssignmentsPage({ params }: Props) {
  const { id } = await params
  const view = await loadAssignments(await requireCohort(id), { now: Date.now() })
  return (
    <>
      <PageHeader
        label={view.cohortName}
        title="Assignments"
        lead="Modules and lessons that this cohort is to know by a due date. Analysts see their assignments on the Today page."
      />
      {view.assignments.length === 0 ? (
        <EmptyState>Nothing is assigned yet. Assign a module or a lesson below.</EmptyState>
      ) : (
        <Table caption="Assignments of this cohort">
          <thead>
            <tr>
              <Th>Module or lesson</Th>
              <Th>Due</Th>
              <Th numeric>Target</Th>
              <Th numeric>Ready</Th>
              <Th numeric>Not yet due</Th>
              <Th numeric>Missed</Th>
            </tr>
          </thead>
          <tbody>
            {view.assignments.map((row) => (
              <tr key={row.id}>
                <RowTh plain className="min-w-44">
                  <Link href={`/cohorts/${id}/assignments/${row.id}`} className="link">
                    {row.title}
                  </Link>
                </RowTh>
                <Td className="whitespace-nowrap">{dueText(row)}</Td>
                <Td numeric>{percent(row.targetReadiness)}</Td>
                <Td numeric>{row.reached}</Td>
                <Td numeric>{row.ahead}</Td>
                <Td numeric>{row.missed}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {view.assignments.length === 0 ? null : (
        <ExportLink cohortId={id} table="assignments" what="each analyst’s assignments" />
      )}
      {view.archived ? null : (
        <Panel title="New assignment" className="mt-14 max-w-xl">
          <AssignmentForm cohortId={id} choices={view.choices} present={null} />
        </Panel>
      )}
    </>
  )
}

const dueText = ({ due }: AssignmentRow) =>
  due.kind === 'day' ? longDate(isoDate(due.day)) : `${due.days} days after joining`
