import type { Metadata } from 'next'
import { EmptyState } from '@/app/_components/empty-state'
import { PageHeader } from '@/app/_components/page-header'
import { askedOf } from '@/app/_table/asked-of'
import { DataTable } from '@/app/_table/data-table'
import type { Params } from '@/app/_table/table-address'
import { depthName } from '@/app/(app)/_components/depth-words'
import { requireCohort } from '@/lib/auth/scopes'
import { loadGradebook } from '@/lib/server/exam/load-gradebook'
import { shownRows } from '@/lib/table/shown-rows'
import { ExportLink } from '../../_components/export-link'
import { gradebookColumns } from './_components/gradebook-columns'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Params> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { cohort } = await requireCohort('/cohorts/[id]/gradebook', (await params).id)
  return { title: `Gradebook · ${cohort.name}` }
}

/** Analysts by exams, with how ready they are beside it. */
export default async function GradebookPage({ params, searchParams }: Props) {
  const { id } = await params
  const scope = await requireCohort('/cohorts/[id]/gradebook', id)
  const book = await loadGradebook(scope, { now: Date.now() })
  const columns = gradebookColumns(id, book, scope.viewer.clock.zone)
  const query = await askedOf(await searchParams, { table: 'gradebook', columns, usual: 'name' })
  return (
    <>
      <PageHeader
        label={scope.cohort.name}
        title="Gradebook"
        lead="The best result of each analyst in each exam, and beside it how much of each topic they are expected to recall today."
      />
      {book.rows.length === 0 || book.exams.length === 0 ? (
        <EmptyState>
          {book.rows.length === 0
            ? 'There are no analysts in this cohort yet.'
            : 'There is no exam yet. An exam of this cohort becomes a column here.'}
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption={`Exams and readiness (${depthName(book.reach)}) of each analyst`}
            what="analyst"
            name="gradebook"
            shown={shownRows(book.rows, columns, query)}
            columns={columns}
            keyOf={({ userId }) => userId}
            place={{ path: `/cohorts/${id}/gradebook` }}
            rowHead={{ plain: true, named: true }}
          />
          <ExportLink cohortId={id} table="gradebook" what="the gradebook" />
        </>
      )}
    </>
  )
}
