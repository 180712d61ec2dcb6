import 'server-only'
import type { UserId } from '../../kernel/ids'
import { learnerState } from '../learner-state'
import { type TopicMemory, topicMemories } from './course-memory'

/** Topics with something to go over. Throws not_allowed, course_not_published. */
export async function loadCram(input: {
  userId: UserId
  now: number
}): Promise<readonly TopicMemory[]> {
  return topicMemories(await learnerState(input)).filter(({ seen }) => seen > 0)
}
