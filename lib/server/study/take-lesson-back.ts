import 'server-only'
import { noteSkipTakenBack } from '../../db/study/lesson-progress'
import { AppError } from '../../kernel/app-error'
import type { LessonId } from '../../kernel/ids'
import type { LearnerScope } from '../scope'

/** Opens a lesson again that the placement skipped; answers given stay. Throws invalid_input. */
export async function takeLessonBack({ user }: LearnerScope, lessonId: LessonId): Promise<void> {
  if (await noteSkipTakenBack(user.id, lessonId)) return
  throw new AppError('invalid_input', 'This lesson was not skipped, so there is nothing to undo.')
}
