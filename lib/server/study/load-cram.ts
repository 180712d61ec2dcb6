import 'server-only'
import { type TopicMemory, topicMemories } from '../../review/topic-memory'
import { learnerState } from '../learner-state'
import type { LearnerScope } from '../scope'

/** Topics with something to cram. Throws course_not_published. */
export async function loadCram(
  scope: LearnerScope,
  { now }: { now: number },
): Promise<readonly TopicMemory[]> {
  return topicMemories(await learnerState(scope, now), () => true).filter(({ seen }) => seen > 0)
}
