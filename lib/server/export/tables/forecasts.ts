import 'server-only'
import { loadForecasts } from '../../cohort/load-forecasts'
import { rounded, table } from './table'

export const forecasts = table({
  load: async (scope, { now }) => (await loadForecasts(scope, { now })).tracks,
  columns: [
    { head: 'Days ahead', value: ({ horizonDays }) => horizonDays },
    { head: 'If', value: ({ branch }) => (branch === 'idle' ? 'no review' : 'plan kept') },
    { head: 'Reviews', value: ({ calibration }) => calibration?.n ?? 0 },
    { head: 'Forecast', value: ({ meanForecast }) => rounded(meanForecast) },
    { head: 'Recalled', value: ({ recalled }) => rounded(recalled) },
    { head: 'Brier score', value: ({ calibration }) => rounded(calibration?.brier ?? null) },
    { head: 'Brier score to beat', value: ({ baseline }) => rounded(baseline) },
  ],
  coursesOf: (_, { learned }) => learned,
})
