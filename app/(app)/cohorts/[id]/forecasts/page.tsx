import type { Metadata } from 'next'
import { EmptyState } from '@/app/_components/empty-state'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { longDate } from '@/app/(app)/_components/day-label'
import { CalibrationFigure } from '@/app/(app)/_components/study/calibration'
import { requireCohort } from '@/lib/auth/scopes'
import type { ForecastTrack } from '@/lib/cohort/view/forecasts-view'
import { percent } from '@/lib/kernel/percent'
import { loadForecasts } from '@/lib/server/cohort/load-forecasts'
import { ExportLink } from '../../_components/export-link'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Forecasts · ${(await requireCohort((await params).id)).cohort.name}` }
}

export default async function ForecastsPage({ params }: Props) {
  const { id } = await params
  const view = await loadForecasts(await requireCohort(id), { now: Date.now() })
  const judged = view.tracks.filter(({ calibration }) => calibration !== null)
  return (
    <>
      <PageHeader
        label={view.cohortName}
        title="Forecasts"
        lead="How reliable readiness is: earlier forecasts compared with later answers."
      />
      <p className="mb-10 max-w-measure text-sm text-ink-2">
        Every study day the recall of each question is predicted for 7 and for 28 days later, and
        stored. When that day is over, each review on it that tested a question is compared with the
        forecast. A question without a review in between is compared with the forecast without
        reviews, and a question with one with the forecast for a plan that is kept. The second
        forecast looks too high here, because a question that comes up twice in a few days was
        mostly forgotten the first time. Reviews since {longDate(view.since)}.
      </p>
      {judged.length === 0 ? (
        <EmptyState>
          No forecast is old enough to be compared. The first one will be, 7 days after this cohort
          started to study.
        </EmptyState>
      ) : (
        <div className="space-y-14">
          {judged.map((track) => (
            <Track key={`${track.horizonDays} ${track.branch}`} track={track} />
          ))}
          <ExportLink cohortId={id} table="forecasts" what="accuracy of the forecasts" />
        </div>
      )}
    </>
  )
}

function Track({ track }: { track: ForecastTrack }) {
  const { horizonDays, branch, calibration, baseline, meanForecast, recalled } = track
  if (calibration === null || baseline === null || meanForecast === null || recalled === null) {
    return null
  }
  const what = branch === 'idle' ? 'not reviewed in between' : 'reviewed in between'
  return (
    <Panel title={`${horizonDays} days ahead, ${what}`} aside={`${calibration.n} reviews`}>
      <p className="mb-5 max-w-measure">
        On average {percent(meanForecast)} was forecast and {percent(recalled)} was recalled. Brier
        score {calibration.brier.toFixed(3)}; always saying {percent(recalled)} would have got{' '}
        {baseline.toFixed(3)}.
      </p>
      <CalibrationFigure
        calibration={calibration}
        stated="Forecast"
        caption={`Forecast against recall, ${horizonDays} days ahead, ${what}`}
      />
    </Panel>
  )
}
