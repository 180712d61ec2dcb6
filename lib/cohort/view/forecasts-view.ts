import { addDays, isoDate, type StudyDay, utcDayOf } from '../../kernel/study-day'
import { type Calibration, calibrationOf } from '../../review/calibration'
import { HORIZONS, type ScoreSums } from '../forecast-record'

export type ForecastTrack = {
  readonly horizonDays: number
  readonly branch: 'idle' | 'planned'
  /** Whether so many reviews were compared that the figures mean something. */
  readonly enough: boolean
  /** Null if no forecast has been compared yet. */
  readonly calibration: Calibration | null
  /**
   * The Brier score of always forecasting the share that was recalled. A useful forecast must be
   * better.
   */
  readonly baseline: number | null
  readonly meanForecast: number | null
  readonly recalled: number | null
}

/**
 * With fewer reviews, a share of 85 % may as well be one of 92 %: its 95 % interval is wider than 7
 * points to each side.
 */
export const FEWEST_COMPARED = 100

export type ForecastsView = {
  readonly cohortName: string
  /** The first study day shown, `YYYY-MM-DD`. */
  readonly since: string
  readonly tracks: readonly ForecastTrack[]
}

const LOOK_BACK_DAYS = 180

/** The first study day whose forecasts the page shows. */
export const forecastsSince = (now: number): StudyDay => addDays(utcDayOf(now), -LOOK_BACK_DAYS)

/** Compares the stored forecasts of a cohort with what was observed. */
export function forecastsView(
  cohort: { readonly name: string },
  since: StudyDay,
  sums: readonly ScoreSums[],
): ForecastsView {
  const branches = ['idle', 'planned'] as const
  return {
    cohortName: cohort.name,
    since: isoDate(since),
    tracks: HORIZONS.flatMap((horizonDays) =>
      branches.map((branch) =>
        trackOf(
          horizonDays,
          branch,
          sums.filter((sum) => sum.horizonDays === horizonDays && sum.branch === branch),
        ),
      ),
    ),
  }
}

function trackOf(
  horizonDays: number,
  branch: 'idle' | 'planned',
  sums: readonly ScoreSums[],
): ForecastTrack {
  const total = (of: (sum: ScoreSums) => number) => sums.reduce((all, sum) => all + of(sum), 0)
  const tested = total((sum) => sum.tested)
  const calibration = calibrationOf(
    sums.map(({ tested, recalled, forecastSum }) => ({
      stated: tested === 0 ? 0 : forecastSum / tested,
      n: tested,
      right: recalled,
    })),
  )
  if (calibration === null) {
    const nothing = { calibration: null, baseline: null, meanForecast: null, recalled: null }
    return { horizonDays, branch, enough: false, ...nothing }
  }
  const recalled = total((sum) => sum.recalled) / tested
  return {
    horizonDays,
    branch,
    enough: tested >= FEWEST_COMPARED,
    recalled,
    baseline: recalled * (1 - recalled),
    calibration: { ...calibration, brier: total((sum) => sum.squaredSum) / tested },
    meanForecast: total((sum) => sum.forecastSum) / tested,
  }
}
