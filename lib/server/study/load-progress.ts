import 'server-only'
import {
  answersByConfidence,
  answersByPrediction,
  gradesByHour,
} from '../../db/study/answer-figures'
import { rollUpsBetween } from '../../db/study/study-days'
import { addDays } from '../../kernel/study-day'
import { YEAR_DAYS } from '../../memory/log/year-of-days'
import { type ProgressView, progressView } from '../../review/view/progress'
import { learnerState } from '../learner-state'
import type { LearnerScope } from '../scope'

const HOURS_DAYS = 90

/** Throws course_not_published. */
export async function loadProgress(
  scope: LearnerScope,
  { now }: { now: number },
): Promise<ProgressView> {
  const learner = await learnerState(scope, now)
  const { today, user } = learner
  const [days, hours, byConfidence, byPrediction] = await Promise.all([
    rollUpsBetween(user.id, addDays(today, 1 - YEAR_DAYS), today),
    gradesByHour(user.id, addDays(today, 1 - HOURS_DAYS), user.clock.zone),
    answersByConfidence(user.id),
    answersByPrediction(user.id),
  ])
  return progressView(learner, { days, hours, byConfidence, byPrediction })
}
