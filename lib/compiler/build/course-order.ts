import type { LessonId, QuestionId } from '../../kernel/ids'
import type { Draft, DraftLesson, DraftQuestion } from '../draft'

/** Listed lessons by their place in course.yaml, from 0. */
export function lessonPlaces(draft: Draft): ReadonlyMap<LessonId, number> {
  const listed = draft.course?.value.modules.flatMap((module) => module.lessons) ?? []
  return new Map([...new Set(listed)].map((id, i) => [id, i]))
}

/** Lessons as course.yaml lists them. */
export function lessonsInOrder(draft: Draft): readonly DraftLesson[] {
  const places = lessonPlaces(draft)
  const place = (lesson: DraftLesson) => places.get(lesson.value.id) ?? places.size
  return [...draft.lessons].sort((a, b) => place(a) - place(b))
}

/** By lesson; in a lesson first the woven prompts as they are read, then the others as written. */
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
