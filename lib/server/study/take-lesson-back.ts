import 'server-only'
import { noteSkipTakenBack } from '../../db/study/lesson-progress'
import { AppError } from '../../kernel/app-error'
import type { LessonId, UserId } from '../../kernel/ids'
import { actor } from '../access'

/** Opens a lesson again that the placement skipped; answers given stay. Throws invalid_input, not_allowed. */
export async function takeLessonBack({
  userId,
  lessonId,
}: {
  userId: UserId
  lessonId: LessonId
}): Promise<void> {
  const user = await actor(userId)
  if (await noteSkipTakenBack(user.id, lessonId)) return
  throw new AppError(
    'invalid_input',
    'This lesson was not skipped, so there is nothing to take back.',
  )
}
