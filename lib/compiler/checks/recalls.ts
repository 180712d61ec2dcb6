import type { Check } from '../draft'
import { fault } from '../fault'

/** A lesson may use only its own questions as recall prompts, and each only once. */
export const recalls: Check = (draft) => {
  const lessonOf = new Map(draft.questions.map(({ value }) => [value.id, value.lesson]))
  return draft.lessons.flatMap((lesson) =>
    lesson.recalls.flatMap(({ id, place }, i) => {
      const owner = lessonOf.get(id)
      if (owner !== undefined && owner !== lesson.value.id) {
        return [fault(place, 'recall', `question \`${id}\` belongs to lesson \`${owner}\``)]
      }
      const first = lesson.recalls.findIndex((recall) => recall.id === id)
      return first === i ? [] : [fault(place, 'recall', `\`${id}\` is woven into the lesson twice`)]
    }),
  )
}
