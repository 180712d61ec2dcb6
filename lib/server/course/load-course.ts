import 'server-only'
import { together } from '../../db/connection/read-together'
import { recentPace } from '../../db/study/review-log'
import { rollUpsIn } from '../../db/study/study-days'
import { studyDayOf } from '../../kernel/study-day'
import { PACE_OF_LAST } from '../../review/pace'
import { type CourseView, courseView } from '../../review/view/course'
import { learnerStateAnd } from '../learner-state'
import type { LearnerScope } from '../scope'
import { heldWay } from './held-way'

/** Throws course_not_published. */
export async function loadCourse(
  scope: LearnerScope,
  { now }: { now: number },
): Promise<CourseView> {
  const { id, clock } = scope.user
  const today = studyDayOf(now, clock)
  const day = together({
    done: rollUpsIn(id, today, today),
    paceMs: recentPace(id, PACE_OF_LAST),
  })
  const { learner, also } = await learnerStateAnd(scope, now, day)
  const [done] = also.done
  return courseView(learner, { done, paceMs: also.paceMs }, (state, pace) =>
    heldWay(id, state, pace),
  )
}
