import type { Metadata } from 'next'
import { EmptyState } from '@/app/_components/empty-state'
import { Link } from '@/app/_components/link'
import { LinkButton } from '@/app/_components/link-button'
import { PageHeader } from '@/app/_components/page-header'
import { askedOf } from '@/app/_table/asked-of'
import { DataTable, type ShownColumn } from '@/app/_table/data-table'
import type { Params } from '@/app/_table/table-address'
import { requireCohort } from '@/lib/auth/scopes'
import { questionsIn } from '@/lib/exam/blueprint'
import { count } from '@/lib/kernel/count'
import { percent } from '@/lib/kernel/percent'
import { listExams } from '@/lib/server/exam/list-exams'
import { loadAccommodations } from '@/lib/server/exam/load-extras'
import { shownRows } from '@/lib/table/shown-rows'
import { ExportLink } from '../../_components/export-link'
import { ExtrasPanel } from './_components/extras-panel'
import { windowText } from './_components/window-text'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Params> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return {
    title: `Exams · ${(await requireCohort('/cohorts/[id]/exams', (await params).id)).cohort.name}`,
  }
}

export default async function ExamsPage({ params, searchParams }: Props) {
  const { id } = await params
  const scope = await requireCohort('/cohorts/[id]/exams', id)
  const now = Date.now()
  const [{ exams, learners }, extras] = await Promise.all([
    listExams(scope, { now }),
    loadAccommodations(scope),
  ])
  const { zone } = scope.viewer.clock
  const columns = columnsOf({ cohortId: id, learners, now, zone })
  const query = await askedOf(await searchParams, { table: 'exams', columns, usual: null })
  return (
    <>
      <PageHeader
        label={scope.cohort.name}
        title="Exams"
        lead="Each attempt gets its own selection of questions and is graded on the server. The correct answers are never shown."
        actions={
          <>
            <LinkButton kind="secondary" href={`/cohorts/${id}/gradebook`}>
              Gradebook
            </LinkButton>
            {scope.cohort.archived ? null : (
              <LinkButton href={`/cohorts/${id}/exams/new`}>New exam</LinkButton>
            )}
          </>
        }
      />
      {exams.length === 0 ? (
        <EmptyState>
          There is no exam yet. A blueprint says how many questions an exam asks from each topic.
        </EmptyState>
      ) : (
        <DataTable
          caption="Exams of this cohort"
          what="exam"
          name="exams"
          shown={shownRows(exams, columns, query)}
          columns={columns}
          keyOf={(exam) => exam.id}
          place={{ path: `/cohorts/${id}/exams` }}
          csv={`/cohorts/${id}/export/exams.csv`}
          rowHead={{ named: true }}
          className="min-w-[40rem]"
        />
      )}
      {exams.length === 0 ? null : (
        <p>
          <ExportLink cohortId={id} table="exam-results" label="Results as CSV" what="all exams" />
        </p>
      )}
      <ExtrasPanel
        cohortId={id}
        examId={null}
        view={extras}
        archived={scope.cohort.archived}
        zone={zone}
      >
        For one analyst at every exam of this cohort, also at exams that are created later. What you
        give replaces what the analyst had. More time or attempts at one exam only are given on the
        page of that exam.
      </ExtrasPanel>
    </>
  )
}

type Exam = Awaited<ReturnType<typeof listExams>>['exams'][number]
type Ground = { cohortId: string; learners: number; now: number; zone: string }

const columnsOf = ({ cohortId, learners, now, zone }: Ground): readonly ShownColumn<Exam>[] => [
  {
    id: 'title',
    head: 'Exam',
    value: ({ title }) => title,
    cell: ({ id, title, openAppeals }) => (
      <>
        <Link href={`/cohorts/${cohortId}/exams/${id}`} className="link -my-1 inline-block py-1">
          {title}
        </Link>
        {openAppeals === 0 ? null : (
          <span className="block text-label font-normal">{count(openAppeals, 'open appeal')}</span>
        )}
      </>
    ),
  },
  {
    id: 'questions',
    head: 'Questions',
    value: ({ blueprint }) => questionsIn(blueprint),
    numeric: true,
  },
  { id: 'minutes', head: 'Minutes', value: ({ minutes }) => minutes, numeric: true },
  {
    id: 'mark',
    head: 'Pass mark',
    value: ({ passMark }) => passMark,
    numeric: true,
    cell: ({ passMark }) => percent(passMark),
  },
  {
    id: 'closes',
    head: 'Availability',
    value: ({ closesAt }) => closesAt,
    cell: (exam) => windowText(exam, now, zone),
  },
  {
    id: 'taken',
    head: 'Taken by',
    value: ({ taken }) => taken,
    numeric: true,
    cell: ({ taken }) => `${taken} of ${learners}`,
  },
  { id: 'passed', head: 'Passed', value: ({ passed }) => passed, numeric: true },
]
