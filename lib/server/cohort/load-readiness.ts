import 'server-only'
import {
  type ReadinessQuery,
  type ReadinessView,
  readinessView,
} from '../../cohort/view/readiness-view'
import { studyDayOf } from '../../kernel/study-day'
import { groundOf } from '../ground-of'
import type { CohortScope } from '../scope'
import { cohortScene } from './cohort-scene'

/** The clock for "today" when there is no viewer, as on the command line. */
const NOBODYS_CLOCK = { zone: 'UTC', rolloverHour: 4 }

/** Throws course_not_published, and invalid_input for a date that does not exist. */
export async function loadReadiness(
  scope: CohortScope,
  { now, ...query }: ReadinessQuery & { readonly now: number },
): Promise<ReadinessView> {
  const ground = await groundOf(scope)
  const scene = await cohortScene({ ...scope, ground }, now)
  const today = studyDayOf(now, scope.viewer?.clock ?? NOBODYS_CLOCK)
  return readinessView(scene, { ...query, today, snoozes: ground.snoozes })
}
