import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { longDate } from '@/app/_format/calendar-date'
import { askedOf } from '@/app/_table/asked-of'
import { DataTable, type ShownColumn } from '@/app/_table/data-table'
import { first } from '@/app/_table/query'
import type { Params } from '@/app/_table/table-address'
import { DEPTH_NAMES } from '@/app/(app)/_components/depth-words'
import { analystColumn } from '@/app/(app)/cohorts/[id]/_components/analyst-column'
import { requireCohort } from '@/lib/auth/scopes'
import type { AssignedLearner, AssignmentRow } from '@/lib/cohort/view/assignments-view'
import { percent, wholePercent } from '@/lib/kernel/percent'
import { isoDate } from '@/lib/kernel/study-day'
import { loadAssignments } from '@/lib/server/cohort/load-assignments'
import { shownRows } from '@/lib/table/shown-rows'
import { AssignmentInCourse } from '../_components/assignment-in-course'
import { CancelExtensionForm, DropForm, ExtensionForm } from '../_components/extension-form'

type Props = {
  params: Promise<{ id: string; assignment: string }>
  searchParams: Promise<Params>
}

/** Cached for the request, because both the title and the page need it. */
const load = cache(async (id: string, assignment: string) => {
  const view = await loadAssignments(
    await requireCohort('/cohorts/[id]/assignments/[assignment]', id),
    { now: Date.now() },
  )
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
  const columns = columnsOf(id, row, view.archived)
  const asked = await searchParams
  const course = first(asked.course)
  const path = `/cohorts/${id}/assignments/${row.id}`
  const query = await askedOf(asked, {
    ...{ table: 'assignment', columns, usual: null },
  })
  return (
    <>
      <PageHeader
        label={`${view.cohortName} · Assignment`}
        title={row.title}
        lead={`${DEPTH_NAMES[row.reach]}: ${row.reached} of ${row.people.length} have reached the target of ${percent(row.targetReadiness)} today.`}
      />
      <DataTable
        caption="Analysts by due date"
        what="analyst"
        name="assignment"
        shown={shownRows(row.people, columns, query)}
        columns={columns}
        keyOf={({ userId }) => userId}
        place={{ path, keep: { course } }}
        csv={`/cohorts/${id}/export/assignments.csv?of=${row.id}`}
        rowHead={{ plain: true, named: true }}
      />
      {view.archived ? null : (
        <div className="mt-14 grid gap-x-16 gap-y-12 lg:grid-cols-2">
          <Panel title="Extend the due date for one analyst">
            <ExtensionForm cohortId={id} assignmentId={row.id} learners={view.learners} />
          </Panel>
          <Panel title="Change the assignment for all">
            <div id="change">
              <AssignmentInCourse
                cohortId={id}
                courses={view.courses}
                asked={course}
                target={row.target}
                present={presentOf(row)}
                path={path}
                anchor="change"
              />
            </div>
            <DropForm
              cohortId={id}
              assignmentId={row.id}
              people={row.people.length}
              reached={row.reached}
              extensions={row.people.filter(({ extension }) => extension !== null).length}
            />
          </Panel>
        </div>
      )}
    </>
  )
}

const columnsOf = (
  cohortId: string,
  row: AssignmentRow,
  archived: boolean,
): readonly ShownColumn<AssignedLearner>[] => [
  analystColumn(cohortId),
  {
    id: 'due',
    head: 'Due',
    value: ({ due }) => due,
    numeric: true,
    fallsFirst: false,
    cell: ({ due }) => longDate(due),
  },
  {
    id: 'today',
    head: 'Ready today',
    value: ({ today }) => today,
    numeric: true,
    cell: ({ today }) => percent(today),
  },
  {
    id: 'pace',
    head: 'On the due date, at this pace',
    value: ({ daysLeft, today, atPace }) => (daysLeft < 0 ? today : atPace),
    numeric: true,
    cell: (person) => onTheDay(person, row),
  },
  {
    id: 'extension',
    head: 'Extension',
    value: ({ extension }) => extension,
    className: 'min-w-40',
    cell: ({ userId, name, extension }) =>
      extension === null ? null : (
        <>
          {extension}
          {archived ? null : (
            <CancelExtensionForm
              cohortId={cohortId}
              assignmentId={row.id}
              userId={userId}
              name={name}
            />
          )}
        </>
      ),
  },
]

function onTheDay(
  { daysLeft, today, atPace }: AssignedLearner,
  { targetReadiness }: AssignmentRow,
) {
  if (daysLeft < 0) return today >= targetReadiness ? 'reached' : 'missed'
  return percent(atPace)
}

const presentOf = ({ id, target, reach, due, targetReadiness }: AssignmentRow) => ({
  id,
  reach,
  target: `${target.kind} ${target.id}`,
  when: due.kind === 'day' ? ('on' as const) : ('after' as const),
  on: due.kind === 'day' ? isoDate(due.day) : '',
  after: due.kind === 'day' ? '' : String(due.days),
  percent: wholePercent(targetReadiness),
})
