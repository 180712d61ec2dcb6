import type { Metadata } from 'next'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { percent } from '@/app/(app)/_components/percent'
import { requireLearner } from '@/lib/auth/viewer'
import { loadProgress, type ProgressView } from '@/lib/server/load-progress'
import { ReviewDays } from './_components/review-days'
import { TopicTable } from './_components/topic-table'

export const metadata: Metadata = { title: 'Progress' }

export default async function ProgressPage() {
  const viewer = await requireLearner()
  const progress = await loadProgress({ userId: viewer.userId, now: Date.now() })
  return (
    <>
      <PageHeader
        title="Progress"
        lead="What the schedule expects you to recall today, and what your answers showed."
      />
      <div className="space-y-14">
        <Figures progress={progress} />
        <Panel title="By topic" aside="Predicted recall: the mean over the questions you have seen">
          <TopicTable topics={progress.topics} />
        </Panel>
        <Panel title="Last 30 days" aside="Answers a day">
          <ReviewDays days={progress.days} />
        </Panel>
      </div>
    </>
  )
}

function Figures({ progress }: { progress: ProgressView }) {
  const { trueRetention } = progress
  const reviews = progress.days.reduce((sum, day) => sum + day.reviews, 0)
  return (
    <dl className="grid gap-x-10 gap-y-6 border-y border-rule py-6 sm:grid-cols-3">
      <Figure
        name="Lessons done"
        value={`${progress.lessonsDone} of ${progress.lessonsTotal}`}
        note="Each opens its questions."
      />
      <Figure name="Answers in 30 days" value={String(reviews)} note="Lessons’ prompts included." />
      <Figure
        name="True retention"
        value={
          trueRetention === null || trueRetention.total === 0
            ? 'No figure yet'
            : percent(trueRetention.passed / trueRetention.total)
        }
        note={
          trueRetention === null || trueRetention.total === 0
            ? 'Needs a review of a card that has left learning.'
            : `${trueRetention.passed} of ${trueRetention.total} recalled at the day’s first review.`
        }
      />
    </dl>
  )
}

function Figure({ name, value, note }: { name: string; value: string; note: string }) {
  return (
    <div>
      <dt className="text-sm text-ink-2">{name}</dt>
      <dd>
        <p className="font-serif text-2xl font-semibold tabular-nums">{value}</p>
        <p className="mt-0.5 text-label text-ink-2">{note}</p>
      </dd>
    </div>
  )
}
