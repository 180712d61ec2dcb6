import 'server-only'
import { together } from '../../db/connection/read-together'
import { byConfidence, byPrediction, gradesByHour } from '../../db/study/answer-figures'
import { rollUpsIn } from '../../db/study/study-days'
import { addDays, studyDayOf } from '../../kernel/study-day'
import { YEAR_DAYS } from '../../memory/log/year-of-days'
import { type ProgressView, progressView } from '../../review/view/progress'
import { learnerStateAnd } from '../learner-state'
import type { LearnerScope } from '../scope'

const HOURS_DAYS = 90

/** Throws course_not_published. */
export async function loadProgress(
  scope: LearnerScope,
  { now }: { now: number },
): Promise<ProgressView> {
  const { id, clock } = scope.user
  const today = studyDayOf(now, clock)
  const answered = together({
    days: rollUpsIn(id, addDays(today, 1 - YEAR_DAYS), today),
    hours: gradesByHour(id, addDays(today, 1 - HOURS_DAYS), clock.zone),
    byConfidence: byConfidence(id),
    byPrediction: byPrediction(id),
  })
  const { learner, also } = await learnerStateAnd(scope, now, answered)
  return progressView(learner, also)
}
