import 'server-only'
import { type ForecastsView, forecastsSince, forecastsView } from '../../cohort/view/forecasts-view'
import { scoresOf } from '../../db/cohort/forecasts'
import { groundOf, learnersIn } from '../ground-of'
import type { CohortScope } from '../scope'

/** Compares the stored forecasts of a cohort with what was observed. */
export async function loadForecasts(
  scope: CohortScope,
  { now }: { readonly now: number },
): Promise<ForecastsView> {
  const since = forecastsSince(now)
  const ids = learnersIn(await groundOf(scope)).map(({ id }) => id)
  return forecastsView(scope.cohort, since, await scoresOf(scope.cohort.id, ids, since))
}
