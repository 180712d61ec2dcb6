import 'server-only'
import { learnerState } from '../learner-state'
import type { LearnerScope } from '../scope'
import { type TopicMemory, topicMemories } from './course-memory'

/** Topics with something to go over. Throws course_not_published. */
export async function loadCram(
  scope: LearnerScope,
  { now }: { now: number },
): Promise<readonly TopicMemory[]> {
  return topicMemories(await learnerState(scope, now)).filter(({ seen }) => seen > 0)
}
