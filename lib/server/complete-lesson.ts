import 'server-only'
import type { LessonId, UserId } from '../kernel/ids'

/** Unlocks the lesson's questions. Harmless when repeated. Throws not_found. */
export async function completeLesson(_input: {
  userId: UserId
  lessonId: LessonId
  now: number
}): Promise<{ unlocked: number }> {
  throw new Error('stub')
}
