import type { Metadata } from 'next'
import { cache } from 'react'
import { EmptyState } from '@/app/_components/empty-state'
import { Link } from '@/app/_components/link'
import { PageHeader } from '@/app/_components/page-header'
import { orNotFound } from '@/app/_http/or-not-found'
import { requireCohort } from '@/lib/auth/scopes'
import { asExamId } from '@/lib/kernel/ids'
import { loadRegrades } from '@/lib/server/exam/load-regrades'
import { RegradeQuestion } from './_components/regrade-question'

type Props = { params: Promise<{ id: string; exam: string }> }

/** Cached for the request, because both the title and the page need it. */
const load = cache(async (id: string, exam: string) => {
  const scope = await requireCohort('/cohorts/[id]/exams/[exam]/regrade', id)
  return {
    scope,
    view: await orNotFound(() => loadRegrades(scope, { examId: asExamId(exam) })),
  }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, exam } = await params
  return { title: `Corrected questions · ${(await load(id, exam)).view.exam.title}` }
}

export default async function RegradePage({ params }: Props) {
  const { id, exam } = await params
  const { scope, view } = await load(id, exam)
  return (
    <>
      <PageHeader
        label={`${scope.cohort.name} · Exam`}
        title="Corrected questions"
        lead={`Questions of “${view.exam.title}” that were corrected in meaning or withdrawn after somebody had answered them. You decide how these answers count.`}
      />
      <p className="-mt-4 mb-8 text-sm">
        <Link href={`/cohorts/${id}/exams/${view.exam.id}`} className="link">
          Back to the results
        </Link>
      </p>
      {view.questions.length === 0 ? (
        <EmptyState>
          No question of a graded attempt was corrected in meaning or withdrawn since it was
          answered.
        </EmptyState>
      ) : (
        <div className="border-t border-rule">
          {view.questions.map((question) => (
            <RegradeQuestion
              key={question.questionId}
              cohortId={id}
              examId={view.exam.id}
              question={question}
              nameOf={view.nameOf}
              zone={scope.viewer.clock.zone}
              open={view.questions.length === 1}
            />
          ))}
        </div>
      )}
    </>
  )
}
