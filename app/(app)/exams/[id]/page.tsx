import type { Metadata } from 'next'
import { cache } from 'react'
import { Link } from '@/app/_components/link'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { orNotFound } from '@/app/_http/or-not-found'
import { ZoneOffer } from '@/app/_shell/zone/zone-offer'
import { requireLearner } from '@/lib/auth/scopes'
import { asExamId } from '@/lib/kernel/ids'
import { loadExam } from '@/lib/server/exam/load-exam'
import { AttemptResult } from './_components/attempt-result'
import { ExamRules } from './_components/exam-rules'
import { StatusPanel } from './_components/status-panel'

type Props = { params: Promise<{ id: string }> }

/** Cached, because the title and the page both load it. */
const load = cache(async (id: string) => {
  const scope = await requireLearner('/exams/[id]')
  const now = Date.now()
  const view = await orNotFound(() => loadExam(scope, { examId: asExamId(id), now }))
  return { userId: scope.user.id, zone: scope.user.clock.zone, now, view }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).id)).view.exam.title }
}

export default async function ExamPage({ params }: Props) {
  const { userId, zone, now, view } = await load((await params).id)
  return (
    <>
      <PageHeader label={`Sign-off exam · ${view.exam.cohortName}`} title={view.exam.title} />
      <p className="-mt-4 mb-8 text-sm">
        <Link href="/exams" className="link">
          All your exams and certificates
        </Link>
      </p>
      <ZoneOffer userId={userId} zone={zone} now={now} className="mb-8" />
      <div className="space-y-12">
        <StatusPanel view={view} zone={zone} now={now} />
        {view.past.map((attempt) => (
          <AttemptResult key={attempt.id} attempt={attempt} view={view} zone={zone} />
        ))}
        {view.past.length > 0 ? (
          <p className="max-w-measure text-label text-ink-2">
            Correct answers are not shown, because other attempts may use the same questions.
          </p>
        ) : null}
        <Panel title="How the exam works">
          <ExamRules view={view} zone={zone} />
        </Panel>
      </div>
    </>
  )
}
