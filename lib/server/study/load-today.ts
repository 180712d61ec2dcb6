import 'server-only'
import { recentPaceMs } from '../../db/study/review-log'
import { rollUpsBetween } from '../../db/study/study-days'
import { addDays } from '../../kernel/study-day'
import { dailyQueue, questionsIn } from '../../review/daily-queue'
import { PACE_OF_LAST } from '../../review/pace'
import { type TodayView, todayView } from '../../review/view/today'
import { learnerState } from '../learner-state'
import type { LearnerScope } from '../scope'
import { ownAssignments } from './own-assignments'

/** An assignment that was missed stays on the page for so long. */
const PAST_DAYS = 28

/** Throws course_not_published. */
export async function loadToday(scope: LearnerScope, { now }: { now: number }): Promise<TodayView> {
  const learner = await learnerState(scope, now)
  const { user, today, look } = learner
  const [[done], paceMs, assignments] = await Promise.all([
    rollUpsBetween(user.id, today, today),
    recentPaceMs(user.id, PACE_OF_LAST),
    ownAssignments(scope, addDays(today, -PAST_DAYS), look),
  ])
  const { counts } = dailyQueue(learner, questionsIn(learner, null), done)
  return todayView(learner, { counts, done, paceMs, assignments })
}
