import type { Metadata } from 'next'
import { cache } from 'react'
import { EmptyState } from '@/app/_components/empty-state'
import { PageHeader } from '@/app/_components/page-header'
import { count } from '@/app/_format/count'
import { orNotFound } from '@/app/_http/or-not-found'
import { requireCohort } from '@/lib/auth/scopes'
import { questionsIn } from '@/lib/exam/blueprint'
import { asExamId } from '@/lib/kernel/ids'
import { percent } from '@/lib/kernel/percent'
import { loadAppeals } from '@/lib/server/exam/load-appeals'
import { type ExamResults, loadExamResults } from '@/lib/server/exam/load-exam-results'
import { windowText } from '../_components/window-text'
import { AppealList } from './_components/appeal-list'
import { CloseForm } from './_components/close-form'
import { ResultTable } from './_components/result-table'

type Props = { params: Promise<{ id: string; exam: string }> }

/** Cached for the request, because both the title and the page need it. */
const load = cache(async (id: string, exam: string) => {
  const scope = await requireCohort(id)
  const now = Date.now()
  const examId = asExamId(exam)
  return { scope, now, results: await orNotFound(() => loadExamResults(scope, { examId, now })) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, exam } = await params
  return { title: (await load(id, exam)).results.exam.title }
}

function leadOf({ exam, takers }: ExamResults, now: number, zone: string): string {
  const taken = takers.filter(({ attempts }) => attempts.length > 0).length
  return `${count(questionsIn(exam.blueprint), 'question')} in ${count(exam.minutes, 'minute')}. Pass mark ${percent(exam.passMark)}; ${count(exam.maxAttempts, 'attempt')} allowed. ${windowText(exam, now, zone)}. Taken by ${taken} of ${takers.length}.`
}

export default async function ExamResultsPage({ params }: Props) {
  const { id, exam } = await params
  const { scope, now, results } = await load(id, exam)
  const { zone } = scope.viewer.clock
  const appeals = await loadAppeals(scope, { examId: results.exam.id })
  return (
    <>
      <PageHeader
        label={`${scope.cohort.name} · Exam`}
        title={results.exam.title}
        lead={leadOf(results, now, zone)}
      />
      {results.takers.length === 0 ? (
        <EmptyState>There are no analysts in this cohort yet.</EmptyState>
      ) : (
        <ResultTable cohortId={id} results={results} zone={zone} />
      )}
      <p className="mt-4 max-w-measure text-label text-ink-2">
        Result and topics show the best attempt. Attempts whose time is up are graded when this page
        is opened.{' '}
        {results.exam.movesSchedule
          ? 'Answers in this exam also count as reviews.'
          : 'Answers in this exam do not change any schedule.'}{' '}
        Analysts find the exam on the Today page.
      </p>
      <AppealList
        cohortId={id}
        examId={results.exam.id}
        appeals={appeals}
        viewerId={scope.viewer.id}
        zone={zone}
      />
      <CloseForm
        cohortId={id}
        examId={results.exam.id}
        closed={results.exam.closesAt !== null && results.exam.closesAt <= now}
      />
    </>
  )
}
