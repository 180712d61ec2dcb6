import type { FactId, LessonId } from '../../kernel/ids'
import { lessonPlaces } from '../build/course-order'
import type { Check } from '../draft'
import { fault } from '../fault'
import { idsOf } from './known-ids'

/** What a question tests must be taught by the time its lesson unlocks it. */
export const taughtFirst: Check = (draft) => {
  if (draft.incomplete.has('lesson')) return []
  const places = lessonPlaces(draft)
  const facts = new Set<string>(idsOf(draft, 'fact'))
  const lessons = new Set<string>(draft.lessons.map(({ value }) => value.id))
  const brokenLessons = draft.broken.filter(({ kind }) => kind === 'lesson')
  const unsure = new Set(brokenLessons.flatMap((lesson) => lesson.facts))
  const taughtIn = new Map<FactId, LessonId[]>()
  for (const lesson of draft.lessons) {
    for (const { id } of lesson.facts) {
      taughtIn.set(id, [...(taughtIn.get(id) ?? []), lesson.value.id])
    }
  }
  return draft.questions.flatMap(({ value, at }) =>
    value.facts.flatMap((id, i) => {
      if (!facts.has(id) || unsure.has(id) || !lessons.has(value.lesson)) return []
      const teaching = taughtIn.get(id) ?? []
      const place = at(['facts', i])
      if (teaching.length === 0) {
        return [fault(place, 'taught-first', `fact \`${id}\` is tested but no lesson teaches it`)]
      }
      const due = places.get(value.lesson)
      const early = teaching.some((lesson) => {
        const taught = places.get(lesson)
        // The order of a lesson that course.yaml does not list is unknown. Another check reports
        // that fault.
        return due === undefined || taught === undefined || taught <= due
      })
      if (early) return []
      const message = `fact \`${id}\` is taught only after \`${value.lesson}\`, in \`${teaching[0]}\``
      return [fault(place, 'taught-first', message)]
    }),
  )
}
