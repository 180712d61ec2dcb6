import type { Metadata } from 'next'
import { Link } from '@/app/_components/link'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { TermHelp } from '@/app/_help/term-help'
import type { Term } from '@/app/_help/terms'
import { requireLearner } from '@/lib/auth/scopes'
import { grouped } from '@/lib/kernel/count'
import { percent } from '@/lib/kernel/percent'
import { placeOf } from '@/lib/kernel/zone'
import { knownInAll } from '@/lib/review/known'
import type { ProgressView } from '@/lib/review/view/progress'
import { loadProgress } from '@/lib/server/study/load-progress'
import { CalibrationFigure } from '../_components/study/calibration'
import { HeatMap } from '../_components/study/heat-map'
import { TableBehind } from '../_components/study/table-behind'
import { WeekTable } from '../_components/study/week-table'
import { Forecast } from './_components/forecast'
import { Hours } from './_components/hours'
import { RetentionTable } from './_components/retention-table'
import { ReviewDays } from './_components/review-days'
import { TopicTable } from './_components/topic-table'

export const metadata: Metadata = { title: 'Progress' }

export default async function ProgressPage() {
  const scope = await requireLearner('/progress')
  const progress = await loadProgress(scope, { now: Date.now() })
  const { zone } = scope.user.clock
  return (
    <>
      <PageHeader
        title="Progress"
        lead="What you are expected to recall today, and what your answers have shown."
      />
      <div className="space-y-14">
        <Figures progress={progress} />
        <Panel
          title="What you know"
          aside={
            <>
              Predicted recall, summed over all questions ·{' '}
              <Link href="/cram" className="link">
                Cram several topics
              </Link>
            </>
          }
        >
          <TopicTable topics={progress.topics} />
          <p className="mt-3 max-w-measure text-label text-ink-2">
            Cram practises a topic now and does not change your schedule.
          </p>
          <p className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-label">
            <Link href="/set-aside" className="link">
              Questions set aside
            </Link>
            <Link href="/questions" className="link">
              All your questions
            </Link>
            <Link href="/custom-study" className="link">
              Custom study
            </Link>
          </p>
        </Panel>
        <Panel title="Next 30 days" aside="Reviews per day">
          <Forecast days={progress.forecast} />
        </Panel>
        <Panel title="Last year" aside="Answers per day">
          <HeatMap year={progress.year} />
          <TableBehind>
            <WeekTable year={progress.year} />
          </TableBehind>
        </Panel>
        <Panel title="Last 30 days" aside="Answers per day">
          <ReviewDays days={progress.days} />
        </Panel>
        <Panel
          title="True retention"
          aside={
            <>
              Target: {percent(progress.desiredRetention)}
              <TermHelp of="target-retention" />
            </>
          }
        >
          <RetentionTable progress={progress} />
        </Panel>
        <Panel title="Time of day" aside={`Last 90 days, in your time zone (${placeOf(zone)})`}>
          <Hours hours={progress.hours} />
        </Panel>
        {progress.confidence === null ? null : (
          <Panel title="Your confidence" aside="Stated before the reveal">
            <CalibrationFigure
              calibration={progress.confidence}
              stated="You said"
              caption="Confidence and correct answers"
              judged={{ subject: 'Your confidence', many: false, of: 'answer' }}
            />
          </Panel>
        )}
        {progress.predictions === null ? null : (
          <Panel
            title="Accuracy of the predictions"
            aside={
              <>
                Predicted recall before each answer
                <TermHelp of="predicted-recall" />
              </>
            }
          >
            <CalibrationFigure
              calibration={progress.predictions}
              stated="Predicted"
              caption="Predicted and observed recall"
              judged={{ subject: 'Predictions', many: true, of: 'review' }}
            />
          </Panel>
        )}
      </div>
    </>
  )
}

function Figures({ progress }: { progress: ProgressView }) {
  const { trueRetention } = progress
  const { known, total } = knownInAll(progress.topics)
  const reviews = progress.days.reduce((sum, day) => sum + day.reviews, 0)
  return (
    <dl className="grid gap-x-10 gap-y-6 border-y border-rule py-6 sm:grid-cols-2 lg:grid-cols-4">
      <Figure
        name="Known today"
        help="known"
        value={`${Math.round(known)} of ${total}`}
        note="Expected number, if all were asked now."
      />
      <Figure
        name="Lessons done"
        value={`${progress.lessonsDone} of ${progress.lessonsTotal}`}
        note="Each finished lesson unlocks its questions."
      />
      <Figure
        name="Answers in 30 days"
        value={grouped(reviews)}
        note="Including the prompts in lessons."
      />
      <Figure
        name="True retention"
        help="true-retention"
        value={
          trueRetention === null || trueRetention.total === 0
            ? 'No figure yet'
            : percent(trueRetention.passed / trueRetention.total)
        }
        note={
          trueRetention === null || trueRetention.total === 0
            ? 'It needs a review of a card that has left its learning steps.'
            : `${trueRetention.passed} of ${trueRetention.total} recalled at the first review of the day.`
        }
      />
    </dl>
  )
}

type FigureProps = { name: string; value: string; note: string; help?: Term }

function Figure({ name, value, note, help }: FigureProps) {
  return (
    <div>
      <dt className="text-sm text-ink-2">
        {name}
        {help === undefined ? null : <TermHelp of={help} />}
      </dt>
      <dd>
        <p className="font-serif text-2xl font-semibold tabular-nums">{value}</p>
        <p className="mt-0.5 text-label text-ink-2">{note}</p>
      </dd>
    </div>
  )
}
