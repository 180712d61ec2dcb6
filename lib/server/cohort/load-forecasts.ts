import 'server-only'
import { type ForecastsView, forecastsSince, forecastsView } from '../../cohort/view/forecasts-view'
import { cohortLearnerIds } from '../../db/cohort/cohorts'
import { scoresOf } from '../../db/cohort/forecasts'
import type { CohortScope } from '../scope'

/** Compares the stored forecasts of a cohort with what was observed. */
export async function loadForecasts(
  { cohort }: CohortScope,
  { now }: { readonly now: number },
): Promise<ForecastsView> {
  const since = forecastsSince(now)
  return forecastsView(cohort, since, await scoresOf(await cohortLearnerIds(cohort.id), since))
}
