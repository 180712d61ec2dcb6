import type { Metadata } from 'next'
import { EmptyState } from '@/app/_components/empty-state'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { longDate } from '@/app/_format/calendar-date'
import { TermHelp } from '@/app/_help/term-help'
import { CalibrationFigure } from '@/app/(app)/_components/study/calibration'
import { requireCohort } from '@/lib/auth/scopes'
import { FEWEST_COMPARED, type ForecastTrack } from '@/lib/cohort/view/forecasts-view'
import { count } from '@/lib/kernel/count'
import { percent } from '@/lib/kernel/percent'
import { loadForecasts } from '@/lib/server/cohort/load-forecasts'
import { ExportLink } from '../../_components/export-link'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return {
    title: `Forecasts · ${(await requireCohort('/cohorts/[id]/forecasts', (await params).id)).cohort.name}`,
  }
}

export default async function ForecastsPage({ params }: Props) {
  const { id } = await params
  const view = await loadForecasts(await requireCohort('/cohorts/[id]/forecasts', id), {
    now: Date.now(),
  })
  const judged = view.tracks.filter(({ calibration }) => calibration !== null)
  return (
    <>
      <PageHeader
        label={view.cohortName}
        title="Forecasts"
        lead="This page compares earlier forecasts with later answers, to show how reliable readiness is."
      />
      {judged.length === 0 ? (
        <EmptyState>
          No forecast is old enough to be compared yet. The first comparison appears 7 days after
          this cohort starts to study.
        </EmptyState>
      ) : (
        <div className="space-y-14">
          {judged.map((track) => (
            <Track key={`${track.horizonDays} ${track.branch}`} track={track} />
          ))}
          <ExportLink cohortId={id} table="forecasts" what="the accuracy of the forecasts" />
        </div>
      )}
      <h2 className="mt-14 text-lg">
        How forecasts are compared
        <TermHelp of="forecast" />
      </h2>
      <p className="mt-2 max-w-measure text-sm text-ink-2">
        On every study day, Steppe predicts the recall of each question that this cohort asks, to
        the depth of its assignments, 7 and 28 days later and stores the prediction. Once that later
        day is over, the reviews of that day are compared with the forecast. If a question was not
        reviewed in between, the forecast that assumes no reviews is used. Otherwise, it is the
        forecast for a question that comes up again on that day: such a question was often forgotten
        the time before. Every forecast follows what the analyst recalled until then, more so the
        more they answered, and their cohort for the rest. This page covers reviews since{' '}
        {longDate(view.since)}.
      </p>
    </>
  )
}

function Track({ track }: { track: ForecastTrack }) {
  const { horizonDays, branch, calibration, baseline, meanForecast, recalled } = track
  if (calibration === null || baseline === null || meanForecast === null || recalled === null) {
    return null
  }
  if (!track.enough) return <TooFew track={track} n={calibration.n} />
  const what = inBetween(branch)
  return (
    <Panel title={`${horizonDays} days ahead, ${what}`} aside={`${calibration.n} reviews`}>
      <CalibrationFigure
        calibration={calibration}
        stated="Forecast"
        caption={`Forecast and observed recall, ${horizonDays} days ahead, ${what}`}
        judged={{ subject: 'Forecasts', many: true, of: 'review' }}
      />
      <p className="mt-5 max-w-measure text-sm text-ink-2">
        The average forecast was {percent(meanForecast)}; {percent(recalled)} was recalled. The
        Brier score is {calibration.brier.toFixed(3)} (lower is better). A constant forecast of{' '}
        {percent(recalled)} would have scored {baseline.toFixed(3)}.
      </p>
    </Panel>
  )
}

const inBetween = (branch: ForecastTrack['branch']) =>
  branch === 'idle' ? 'not reviewed in between' : 'reviewed in between'

function TooFew({ track: { horizonDays, branch }, n }: { track: ForecastTrack; n: number }) {
  return (
    <Panel title={`${horizonDays} days ahead, ${inBetween(branch)}`} aside={count(n, 'review')}>
      <p className="max-w-measure text-ink-2">
        Too few reviews to judge the forecast: {n} of the {FEWEST_COMPARED} that are needed.
      </p>
    </Panel>
  )
}
