import 'server-only'
import { learnerIn } from '../../cohort/scene'
import { type LearnerQuery, type LearnerView, learnerView } from '../../cohort/view/learner-view'
import { instructorRecordsOf, studyRecordsOf } from '../../db/cohort/learner-records'
import type { UserId } from '../../kernel/ids'
import { addDays } from '../../kernel/study-day'
import { YEAR_DAYS } from '../../memory/log/year-of-days'
import { groundOf } from '../ground-of'
import type { CohortScope } from '../scope'
import { cohortScene } from './cohort-scene'

/** Throws course_not_published, and not_found for somebody who is not a learner in this cohort. */
export async function loadLearner(
  scope: CohortScope,
  { userId, now, ...query }: LearnerQuery & { readonly userId: UserId; readonly now: number },
): Promise<LearnerView> {
  const viewerId = scope.viewer?.id ?? null
  const ground = await groundOf(scope)
  const scene = await cohortScene({ ...scope, ground }, now, userId)
  const learner = learnerIn(scene, userId)
  const { today } = learner
  const [{ notes, viewersCohorts }, study] = await Promise.all([
    instructorRecordsOf(scope.cohort.id, userId, viewerId),
    studyRecordsOf(userId, addDays(today, 1 - YEAR_DAYS), today),
  ])
  const records = { ...study, notes, snooze: ground.snoozes.get(userId) }
  return learnerView(scene, learner, records, { ...query, viewerId, viewersCohorts })
}
