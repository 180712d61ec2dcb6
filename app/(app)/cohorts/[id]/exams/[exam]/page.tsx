import type { Metadata } from 'next'
import { cache } from 'react'
import { EmptyState } from '@/app/_components/empty-state'
import { PageHeader } from '@/app/_components/page-header'
import { orNotFound } from '@/app/_http/or-not-found'
import { askedOf } from '@/app/_table/asked-of'
import type { Params } from '@/app/_table/table-address'
import { depthName } from '@/app/(app)/_components/depth-words'
import { requireCohort } from '@/lib/auth/scopes'
import { questionsIn, reachOfBlueprint } from '@/lib/exam/blueprint'
import { count } from '@/lib/kernel/count'
import { asExamId } from '@/lib/kernel/ids'
import { percent } from '@/lib/kernel/percent'
import { loadAppeals } from '@/lib/server/exam/load-appeals'
import { type ExamResults, loadExamResults } from '@/lib/server/exam/load-exam-results'
import { loadAllowances } from '@/lib/server/exam/load-extras'
import { countCorrected } from '@/lib/server/exam/load-regrades'
import { ExtrasPanel } from '../_components/extras-panel'
import { windowText } from '../_components/window-text'
import { AppealList } from './_components/appeal-list'
import { CloseForm } from './_components/close-form'
import { CorrectedNotice } from './_components/corrected-notice'
import { PagesAsked } from './_components/pages-asked'
import { ResultTable, resultColumns } from './_components/result-table'

type Props = { params: Promise<{ id: string; exam: string }>; searchParams: Promise<Params> }

/** Cached for the request, because both the title and the page need it. */
const load = cache(async (id: string, exam: string) => {
  const scope = await requireCohort('/cohorts/[id]/exams/[exam]', id)
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
  return `${count(questionsIn(exam.blueprint), 'question')} (${depthName(reachOfBlueprint(exam.blueprint))}) in ${count(exam.minutes, 'minute')}. Pass mark ${percent(exam.passMark)}; ${count(exam.maxAttempts, 'attempt')} allowed. ${windowText(exam, now, zone)}. Taken by ${taken} of ${takers.length}.`
}

export default async function ExamResultsPage({ params, searchParams }: Props) {
  const { id, exam } = await params
  const { scope, now, results } = await load(id, exam)
  const { zone } = scope.viewer.clock
  const query = await askedOf(await searchParams, {
    table: 'results',
    columns: resultColumns({ cohortId: id, topics: results.topics, zone }),
    usual: 'name',
  })
  const examId = results.exam.id
  const [appeals, extras, corrected] = await Promise.all([
    loadAppeals(scope, { examId }),
    loadAllowances(scope, { examId }),
    countCorrected(scope, { examId }),
  ])
  return (
    <>
      <PageHeader
        label={`${scope.cohort.name} · Exam`}
        title={results.exam.title}
        lead={leadOf(results, now, zone)}
      />
      <CorrectedNotice path={`/cohorts/${id}/exams/${examId}/regrade`} corrected={corrected} />
      {results.takers.length === 0 ? (
        <EmptyState>There are no analysts in this cohort yet.</EmptyState>
      ) : (
        <ResultTable cohortId={id} results={results} zone={zone} query={query} />
      )}
      <p className="mt-4 max-w-measure text-label text-ink-2">
        Result and topics show the best attempt. An attempt whose time is up has its result at once,
        and its certificate within a few minutes.{' '}
        {results.exam.movesSchedule
          ? 'Answers in this exam also count as reviews.'
          : 'Answers in this exam do not change any schedule.'}{' '}
        Analysts find the exam on the Today page.
      </p>
      <ExtrasPanel
        cohortId={id}
        examId={examId}
        view={extras}
        archived={scope.cohort.archived}
        zone={zone}
      >
        For one analyst, before an attempt or during it. What you give replaces what the analyst had
        extra at this exam. If the analyst also has extra time at all exams of this cohort, the
        longer of the two counts.
      </ExtrasPanel>
      <PagesAsked results={results} zone={zone} />
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
