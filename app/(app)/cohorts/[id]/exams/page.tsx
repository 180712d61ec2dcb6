import type { Metadata } from 'next'
import { EmptyState } from '@/app/_components/empty-state'
import { Link } from '@/app/_components/link'
import { LinkButton } from '@/app/_components/link-button'
import { PageHeader } from '@/app/_components/page-header'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { count } from '@/app/_format/count'
import { requireCohort } from '@/lib/auth/scopes'
import { questionsIn } from '@/lib/exam/blueprint'
import { percent } from '@/lib/kernel/percent'
import { listExams } from '@/lib/server/exam/list-exams'
import { ExportLink } from '../../_components/export-link'
import { windowText } from './_components/window-text'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Exams · ${(await requireCohort((await params).id)).cohort.name}` }
}

export default async function ExamsPage({ params }: Props) {
  const { id } = await params
  const scope = await requireCohort(id)
  const now = Date.now()
  const { exams, learners } = await listExams(scope, { now })
  return (
    <>
      <PageHeader
        label={scope.cohort.name}
        title="Exams"
        lead="Each attempt gets its own selection of questions and is graded on the server. The correct answers are never shown."
        actions={<LinkButton href={`/cohorts/${id}/exams/new`}>New exam</LinkButton>}
      />
      {exams.length === 0 ? (
        <EmptyState>
          There is no exam yet. A blueprint says how many questions an exam asks from each topic.
        </EmptyState>
      ) : (
        <Table caption="Exams of this cohort" className="min-w-[40rem]">
          <thead>
            <tr>
              <Th>Exam</Th>
              <Th numeric>Questions</Th>
              <Th numeric>Minutes</Th>
              <Th numeric>Pass mark</Th>
              <Th>Availability</Th>
              <Th numeric>Taken by</Th>
              <Th numeric>Passed</Th>
            </tr>
          </thead>
          <tbody>
            {exams.map((exam) => (
              <tr key={exam.id}>
                <RowTh named>
                  <Link
                    href={`/cohorts/${id}/exams/${exam.id}`}
                    className="link -my-1 inline-block py-1"
                  >
                    {exam.title}
                  </Link>
                  {exam.openAppeals === 0 ? null : (
                    <span className="block text-label font-normal">
                      {count(exam.openAppeals, 'open appeal')}
                    </span>
                  )}
                </RowTh>
                <Td numeric>{questionsIn(exam.blueprint)}</Td>
                <Td numeric>{exam.minutes}</Td>
                <Td numeric>{percent(exam.passMark)}</Td>
                <Td>{windowText(exam, now, scope.viewer.clock.zone)}</Td>
                <Td numeric>
                  {exam.taken} of {learners}
                </Td>
                <Td numeric>{exam.passed}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {exams.length === 0 ? null : (
        <p className="flex flex-wrap gap-x-6">
          <ExportLink cohortId={id} table="exams" what="the exams" />
          <ExportLink cohortId={id} table="exam-results" label="Results as CSV" what="all exams" />
        </p>
      )}
    </>
  )
}
