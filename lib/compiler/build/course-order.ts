import type { LessonId, QuestionId } from '../../kernel/ids'
import type { Draft, DraftLesson, DraftQuestion } from '../draft'

/** The place of each listed lesson in course.yaml, from 0. */
export function lessonPlaces(draft: Draft): ReadonlyMap<LessonId, number> {
  const listed = draft.course?.value.modules.flatMap((module) => module.lessons) ?? []
  return new Map([...new Set(listed)].map((id, i) => [id, i]))
}

/** The lessons in the order of course.yaml. */
export function lessonsInOrder(draft: Draft): readonly DraftLesson[] {
  const places = lessonPlaces(draft)
  const place = (lesson: DraftLesson) => places.get(lesson.value.id) ?? places.size
  return [...draft.lessons].sort((a, b) => place(a) - place(b))
}

/**
 * Sorted by lesson. Within a lesson the recall prompts come first, in the order of the text, then
 * the other questions in the order of their file.
 */
export function questionsInOrder(draft: Draft): readonly DraftQuestion[] {
  const byLesson = new Map<LessonId, DraftQuestion[]>()
  for (const question of draft.questions) {
    const list = byLesson.get(question.value.lesson) ?? []
    list.push(question)
    byLesson.set(question.value.lesson, list)
  }
  return lessonsInOrder(draft).flatMap((lesson) => {
    const recalls = new Map<QuestionId, number>(lesson.recalls.map(({ id }, i) => [id, i]))
    const place = (question: DraftQuestion) => recalls.get(question.value.id) ?? recalls.size
    return (byLesson.get(lesson.value.id) ?? []).sort((a, b) => place(a) - place(b))
  })
}
