import 'server-only'
import type { LessonId } from '../../kernel/ids'
import { type LessonView, lessonView } from '../../review/view/lesson'
import { learnerState } from '../learner-state'
import type { LearnerScope } from '../scope'
import { lessonNotFound } from './complete-lesson'

/** Throws not_found, course_not_published. */
export async function loadLesson(
  scope: LearnerScope,
  { lessonId, now }: { lessonId: LessonId; now: number },
): Promise<LessonView> {
  const learner = await learnerState(scope, now)
  const lesson = learner.look.lesson(lessonId)
  if (!lesson) throw lessonNotFound()
  return lessonView(learner, lesson)
}
