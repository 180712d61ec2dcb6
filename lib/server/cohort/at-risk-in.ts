import 'server-only'
import { findCohort } from '../../db/cohort/cohorts'
import { snoozesOf } from '../../db/cohort/risk-snoozes'
import type { CohortId } from '../../kernel/ids'
import type { CohortWeek } from '../../reminder/weekly-summary'
import { sceneOf } from './cohort-scene'
import { flaggedIn } from './load-readiness'

/** Who of a cohort is flagged now and not snoozed, with the reasons in words. */
export async function atRiskIn(cohortId: CohortId, now: number): Promise<CohortWeek['atRisk']> {
  const cohort = await findCohort(cohortId)
  if (cohort === null) return []
  const [scene, snoozes] = await Promise.all([sceneOf(cohort, now), snoozesOf(cohortId)])
  return flaggedIn(scene, snoozes)
    .filter(({ snooze }) => snooze === null)
    .map(({ name, reasons }) => ({ name, reasons: reasons.map(({ words }) => words) }))
}
