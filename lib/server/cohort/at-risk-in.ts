import 'server-only'
import { atRiskOf } from '../../cohort/view/at-risk-rows'
import { snoozesOf } from '../../db/cohort/risk-snoozes'
import type { CohortWeek } from '../../reminder/weekly-summary'
import type { CohortScope } from '../scope'
import { cohortScene } from './cohort-scene'

/** The learners of a cohort who are at risk now and not snoozed, with the reasons in words. */
export async function atRiskIn(scope: CohortScope, now: number): Promise<CohortWeek['atRisk']> {
  const [scene, snoozes] = await Promise.all([cohortScene(scope, now), snoozesOf(scope.cohort.id)])
  return atRiskOf(scene, snoozes).atRisk.map(({ name, reasons }) => ({
    name,
    reasons: reasons.map(({ words }) => words),
  }))
}
