import type { Metadata } from 'next'
import { EmptyState } from '@/app/_components/empty-state'
import { Link } from '@/app/_components/link'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { longDate } from '@/app/_format/calendar-date'
import { askedOf } from '@/app/_table/asked-of'
import { DataTable, type ShownColumn } from '@/app/_table/data-table'
import { first } from '@/app/_table/query'
import type { Params } from '@/app/_table/table-address'
import { DEPTH_NAMES } from '@/app/(app)/_components/depth-words'
import { requireCohort } from '@/lib/auth/scopes'
import type { AssignmentRow } from '@/lib/cohort/view/assignments-view'
import { REACHES } from '@/lib/course/reach'
import { percent } from '@/lib/kernel/percent'
import { isoDate } from '@/lib/kernel/study-day'
import { loadAssignments } from '@/lib/server/cohort/load-assignments'
import { shownRows } from '@/lib/table/shown-rows'
import { ExportLink } from '../../_components/export-link'
import { AssignmentInCourse } from './_components/assignment-in-course'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Params> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return {
    title: `Assignments · ${(await requireCohort('/cohorts/[id]/assignments', (await params).id)).cohort.name}`,
  }
}

export default async function AssignmentsPage({ params, searchParams }: Props) {
  const { id } = await params
  const view = await loadAssignments(await requireCohort('/cohorts/[id]/assignments', id), {
    now: Date.now(),
  })
  const columns = columnsOf(id)
  const asked = await searchParams
  const course = first(asked.course)
  const path = `/cohorts/${id}/assignments`
  const query = await askedOf(asked, {
    ...{ table: 'assignments', columns, usual: null },
  })
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
        <DataTable
          caption="Assignments of this cohort"
          what="assignment"
          name="assignments"
          shown={shownRows(view.assignments, columns, query)}
          columns={columns}
          keyOf={(row) => row.id}
          place={{ path, keep: { course } }}
          rowHead={{ plain: true, className: 'min-w-44' }}
        />
      )}
      {view.assignments.length === 0 ? null : (
        <ExportLink cohortId={id} table="assignments" what="each analyst’s assignments" />
      )}
      {view.archived ? null : (
        <div id="new" className="mt-14 max-w-xl">
          <Panel title="New assignment">
            <AssignmentInCourse
              cohortId={id}
              courses={view.courses}
              asked={course}
              target={null}
              present={null}
              path={path}
              anchor="new"
            />
          </Panel>
        </div>
      )}
    </>
  )
}

const columnsOf = (cohortId: string): readonly ShownColumn<AssignmentRow>[] => [
  {
    id: 'title',
    head: 'Module or lesson',
    value: ({ title }) => title,
    cell: ({ id, title }) => (
      <Link href={`/cohorts/${cohortId}/assignments/${id}`} className="link">
        {title}
      </Link>
    ),
  },
  {
    id: 'depth',
    head: 'Depth',
    term: 'depth',
    value: ({ reach }) => REACHES.indexOf(reach),
    cell: ({ reach }) => DEPTH_NAMES[reach],
  },
  {
    id: 'due',
    head: 'Due',
    // Days after joining come before all dates, the shortest first.
    value: ({ due }) => (due.kind === 'day' ? due.day : due.days - 1000),
    className: 'whitespace-nowrap',
    cell: dueText,
  },
  {
    id: 'target',
    head: 'Target',
    value: ({ targetReadiness }) => targetReadiness,
    numeric: true,
    cell: ({ targetReadiness }) => percent(targetReadiness),
  },
  { id: 'ready', head: 'Ready', value: ({ reached }) => reached, numeric: true },
  { id: 'ahead', head: 'Not yet due', value: ({ ahead }) => ahead, numeric: true },
  { id: 'missed', head: 'Missed', value: ({ missed }) => missed, numeric: true },
]

const dueText = ({ due }: AssignmentRow) =>
  due.kind === 'day' ? longDate(isoDate(due.day)) : `${due.days} days after joining`
