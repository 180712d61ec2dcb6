import 'server-only'
import { atRiskOf } from '../../cohort/view/at-risk-rows'
import type { CohortWeek } from '../../reminder/weekly-summary'
import { groundOf } from '../ground-of'
import type { CohortScope } from '../scope'
import { cohortScene } from './cohort-scene'

/** The learners of a cohort who are at risk now and not snoozed, with the reasons in words. */
export async function atRiskIn(scope: CohortScope, now: number): Promise<CohortWeek['atRisk']> {
  const ground = await groundOf(scope)
  const scene = await cohortScene({ ...scope, ground }, now)
  return atRiskOf(scene, ground.snoozes).atRisk.map(({ name, reasons }) => ({
    name,
    reasons: reasons.map(({ words }) => words),
  }))
}
