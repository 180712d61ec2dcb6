import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Link } from '@/app/_components/link'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { longDate } from '@/app/(app)/_components/day-label'
import { Pages } from '@/app/(app)/_components/pages'
import { first, pageOf, query } from '@/app/(app)/_components/query'
import { requireCohort } from '@/lib/auth/scopes'
import type { AssignedLearner, AssignmentRow } from '@/lib/cohort/view/assignments-view'
import { paged } from '@/lib/cohort/view/paging'
import { percent, wholePercent } from '@/lib/kernel/percent'
import { isoDate } from '@/lib/kernel/study-day'
import { loadAssignments } from '@/lib/server/cohort/load-assignments'
import { AssignmentForm } from '../_components/assignment-form'
import { CancelExtensionForm, DropForm, ExtensionForm } from '../_components/extension-form'

type Props = {
  params: Promise<{ id: string; assignment: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Cached for the request, because both the title and the page need it. */
const load = cache(async (id: string, assignment: string) => {
  const view = await loadAssignments(await requireCohort(id), { now: Date.now() })
  const row = view.assignments.find((each) => each.id === assignment)
  if (!row) notFound()
  return { view, row }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, assignment } = await params
  return { title: (await load(id, assignment)).row.title }
}

export default async function AssignmentPage({ params, searchParams }: Props) {
  const { id, assignment } = await params
  const { view, row } = await load(id, assignment)
  const shown = paged(row.people, pageOf(first((await searchParams).page)))
  return (
    <>
      <PageHeader
        label={`${view.cohortName} · Assignment`}
        title={row.title}
        lead={`${row.reached} of ${row.people.length} have reached the target of ${percent(row.targetReadiness)} today.`}
      />
      <Table caption="Analysts by due date">
        <thead>
          <tr>
            <Th>Analyst</Th>
            <Th numeric>Due</Th>
            <Th numeric>Ready today</Th>
            <Th numeric>On the due date, at this pace</Th>
            <Th>Extension</Th>
          </tr>
        </thead>
        <tbody>
          {shown.rows.map((person) => (
            <tr key={person.userId}>
              <RowTh plain named>
                <Link href={`/cohorts/${id}/learners/${person.userId}`} className="link">
                  {person.name}
                </Link>
              </RowTh>
              <Td numeric>{longDate(person.due)}</Td>
              <Td numeric>{percent(person.today)}</Td>
              <Td numeric>{onTheDay(person, row)}</Td>
              <Td className="min-w-40">
                {person.extension === null ? null : (
                  <>
                    {person.extension}
                    <CancelExtensionForm
                      cohortId={id}
                      assignmentId={row.id}
                      userId={person.userId}
                      name={person.name}
                    />
                  </>
                )}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Pages
        what="analysts"
        page={shown.page}
        pages={shown.pages}
        hrefOf={(to) => `/cohorts/${id}/assignments/${row.id}${query({ page: to })}`}
      />
      {view.archived ? null : (
        <div className="mt-14 grid gap-x-16 gap-y-12 lg:grid-cols-2">
          <Panel title="Extend the due date for one analyst">
            <ExtensionForm cohortId={id} assignmentId={row.id} learners={view.learners} />
          </Panel>
          <Panel title="Change the assignment for all">
            <AssignmentForm cohortId={id} choices={view.choices} present={presentOf(row)} />
            <DropForm cohortId={id} assignmentId={row.id} />
          </Panel>
        </div>
      )}
    </>
  )
}

function onTheDay(
  { daysLeft, today, atPace }: AssignedLearner,
  { targetReadiness }: AssignmentRow,
) {
  if (daysLeft < 0) return today >= targetReadiness ? 'reached' : 'missed'
  return percent(atPace)
}

const presentOf = ({ id, target, due, targetReadiness }: AssignmentRow) => ({
  id,
  target: `${target.kind} ${target.id}`,
  when: due.kind === 'day' ? ('on' as const) : ('after' as const),
  on: due.kind === 'day' ? isoDate(due.day) : '',
  after: due.kind === 'day' ? '' : String(due.days),
  percent: wholePercent(targetReadiness),
})
