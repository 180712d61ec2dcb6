import 'server-only'
import type { Cohort } from '../db/cohorts'
import { snoozesOf } from '../db/risk-snoozes'
import type { CohortWeek } from '../reminder/weekly-summary'
import { sceneOf } from './cohort-scene'
import { flaggedIn } from './load-readiness'

/** Who of a cohort is flagged now and not snoozed, with the reasons in words. */
export async function atRiskIn(cohort: Cohort, now: number): Promise<CohortWeek['atRisk']> {
  const [scene, snoozes] = await Promise.all([sceneOf(cohort, now), snoozesOf(cohort.id)])
  return flaggedIn(scene, snoozes)
    .filter(({ snooze }) => snooze === null)
    .map(({ name, reasons }) => ({ name, reasons: reasons.map(({ words }) => words) }))
}
