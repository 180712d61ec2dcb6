import 'server-only'
import type { CohortId, UserId } from '../../kernel/ids'
import type { StudyDay } from '../../kernel/study-day'
import { readOne, readOneFromReplica, together } from '../connection/read-together'
import { byConfidence, byPrediction } from '../study/answer-figures'
import { lessonRecords } from '../study/lesson-progress'
import { rollUpsIn } from '../study/study-days'
import { openCohortsOf } from './cohorts'
import { notesOn } from './instructor-notes'

/** What a learner did, beside their cards, with the study days from `from` to `to`. */
export const studyRecordsOf = (userId: UserId, from: StudyDay, to: StudyDay) =>
  readOneFromReplica(
    together({
      days: rollUpsIn(userId, from, to),
      predictions: byPrediction(userId),
      confidence: byConfidence(userId),
      lessons: lessonRecords(userId),
    }),
  )

/** The notes on a learner, and the open cohorts of the viewer; none when nobody looks. */
export const instructorRecordsOf = (cohortId: CohortId, userId: UserId, viewerId: UserId | null) =>
  readOne(together({ notes: notesOn(cohortId, userId), viewersCohorts: openCohortsOf(viewerId) }))
