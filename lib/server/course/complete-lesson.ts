import 'server-only'
import { noteLessonCompleted, noteLessonOpened } from '../../db/study/lesson-progress'
import { AppError } from '../../kernel/app-error'
import type { LessonId } from '../../kernel/ids'
import { requireCourse } from '../current-course'
import type { LearnerScope } from '../scope'

/** Unlocks the lesson's questions. Harmless when repeated. Throws not_found, course_not_published. */
export async function completeLesson(
  scope: LearnerScope,
  { lessonId, now }: { lessonId: LessonId; now: number },
): Promise<{ unlocked: number }> {
  const { look } = await requireCourse(scope)
  if (!look.lesson(lessonId)) throw lessonNotFound()
  await noteLessonCompleted(scope.user.id, lessonId, now)
  return { unlocked: look.questionsOfLesson(lessonId).length }
}

/** Keeps the first opening. Throws not_found, course_not_published. */
export async function openLesson(
  scope: LearnerScope,
  { lessonId, now }: { lessonId: LessonId; now: number },
): Promise<void> {
  const { look } = await requireCourse(scope)
  if (!look.lesson(lessonId)) throw lessonNotFound()
  await noteLessonOpened(scope.user.id, lessonId, now)
}

export const lessonNotFound = () =>
  new AppError('not_found', 'There is no lesson at this address. The course page lists them all.')
