import 'server-only'
import { assignmentsTo } from '../../db/cohort/own-assignments'
import { together } from '../../db/connection/read-together'
import { recentPace } from '../../db/study/review-log'
import { rollUpsIn } from '../../db/study/study-days'
import { addDays, studyDayOf } from '../../kernel/study-day'
import { dailyQueue, questionsIn } from '../../review/daily-queue'
import { PACE_OF_LAST } from '../../review/pace'
import { type TodayView, todayView } from '../../review/view/today'
import { learnerStateAnd } from '../learner-state'
import type { LearnerScope } from '../scope'
import { ownAssignments } from './own-assignments'

/** An assignment that was missed stays on the page for so long. */
const PAST_DAYS = 28

/** Throws course_not_published. */
export async function loadToday(scope: LearnerScope, { now }: { now: number }): Promise<TodayView> {
  const { id, clock } = scope.user
  const today = studyDayOf(now, clock)
  const day = together({
    done: rollUpsIn(id, today, today),
    paceMs: recentPace(id, PACE_OF_LAST),
    assigned: assignmentsTo(id),
  })
  const { learner, also } = await learnerStateAnd(scope, now, day)
  const { paceMs, assigned } = also
  const [done] = also.done
  const assignments = ownAssignments(learner, assigned, addDays(today, -PAST_DAYS))
  const { counts } = dailyQueue(learner, questionsIn(learner, null), done)
  return todayView(learner, { counts, done, paceMs, assignments })
}
