import 'server-only'
import {
  type ReadinessQuery,
  type ReadinessView,
  readinessView,
} from '../../cohort/view/readiness-view'
import { snoozesOf } from '../../db/cohort/risk-snoozes'
import { studyDayOf } from '../../kernel/study-day'
import type { CohortScope } from '../scope'
import { cohortScene } from './cohort-scene'

/** Whose day it is when the command line asks. */
const NOBODYS_CLOCK = { zone: 'UTC', rolloverHour: 4 }

/** Throws invalid_input for a day that does not exist, course_not_published. */
export async function loadReadiness(
  scope: CohortScope,
  { now, ...query }: ReadinessQuery & { readonly now: number },
): Promise<ReadinessView> {
  const { cohort, viewer } = scope
  const [scene, snoozes] = await Promise.all([cohortScene(scope, now), snoozesOf(cohort.id)])
  const today = studyDayOf(now, viewer?.clock ?? NOBODYS_CLOCK)
  return readinessView(scene, { ...query, today, snoozes })
}
