import 'server-only'
import { type LearnerScene, learnerIn } from '../../cohort/scene'
import {
  type LearnerQuery,
  type LearnerRecords,
  type LearnerView,
  learnerView,
} from '../../cohort/view/learner-view'
import { openCohortsOf } from '../../db/cohort/cohorts'
import { notesOn } from '../../db/cohort/instructor-notes'
import { snoozesOf } from '../../db/cohort/risk-snoozes'
import { answersByConfidence, answersByPrediction } from '../../db/study/answer-figures'
import { lessonRecordsOf } from '../../db/study/lesson-progress'
import { rollUpsBetween } from '../../db/study/study-days'
import type { CohortId, UserId } from '../../kernel/ids'
import { addDays } from '../../kernel/study-day'
import { YEAR_DAYS } from '../../memory/log/year-of-days'
import type { CohortScope } from '../scope'
import { cohortScene } from './cohort-scene'

/** Throws course_not_published, and not_found for somebody who is not a learner in this cohort. */
export async function loadLearner(
  scope: CohortScope,
  { userId, now, ...query }: LearnerQuery & { readonly userId: UserId; readonly now: number },
): Promise<LearnerView> {
  const { cohort, viewer } = scope
  const scene = await cohortScene(scope, now, userId)
  const learner = learnerIn(scene, userId)
  const [records, viewersCohorts] = await Promise.all([
    recordsOf(cohort.id, learner),
    viewer === null ? [] : openCohortsOf(viewer.id),
  ])
  const viewerId = viewer?.id ?? null
  return learnerView(scene, learner, records, { ...query, viewerId, viewersCohorts })
}

async function recordsOf(
  cohortId: CohortId,
  { user: { id }, today }: LearnerScene,
): Promise<LearnerRecords> {
  const [days, predictions, confidence, lessons, notes, snoozes] = await Promise.all([
    rollUpsBetween(id, addDays(today, 1 - YEAR_DAYS), today),
    answersByPrediction(id),
    answersByConfidence(id),
    lessonRecordsOf(id),
    notesOn(cohortId, id),
    snoozesOf(cohortId),
  ])
  return { days, predictions, confidence, lessons, notes, snooze: snoozes.get(id) }
}
