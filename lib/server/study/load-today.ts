import 'server-only'
import { together } from '../../db/connection/read-together'
import { type CohortOffer, offersTo } from '../../db/people/cohort-offers'
import { recentPace } from '../../db/study/review-log'
import { rollUpsIn } from '../../db/study/study-days'
import { studyDayOf } from '../../kernel/study-day'
import { dailyQueue, questionsIn } from '../../review/daily-queue'
import { PACE_OF_LAST } from '../../review/pace'
import { type TodayView, todayView } from '../../review/view/today'
import { learnerStateAnd } from '../learner-state'
import type { LearnerScope } from '../scope'

/** Throws course_not_published. */
export async function loadToday(
  scope: LearnerScope,
  { now }: { now: number },
): Promise<TodayView & { readonly offers: readonly CohortOffer[] }> {
  const { id, clock } = scope.user
  const today = studyDayOf(now, clock)
  const day = together({
    done: rollUpsIn(id, today, today),
    paceMs: recentPace(id, PACE_OF_LAST),
    offers: offersTo(id, now),
  })
  const { learner, also } = await learnerStateAnd(scope, now, day)
  const [done] = also.done
  const { counts } = dailyQueue(learner, questionsIn(learner, null), done)
  const { paceMs, offers } = also
  return { ...todayView(learner, { counts, done, paceMs }), offers }
}
