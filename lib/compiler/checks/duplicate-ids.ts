import type { Check, Draft, ItemKind } from '../draft'
import type { Place } from '../fault'
import { fault } from '../fault'

/** An id may name only one thing of its kind in the whole course. */
export const duplicateIds: Check = (draft) => {
  const first = new Map<string, Place>()
  return definitions(draft).flatMap(({ kind, id, place }) => {
    const key = `${kind} ${id}`
    const earlier = first.get(key)
    if (earlier === undefined) {
      first.set(key, place)
      return []
    }
    const where = `${earlier.file}:${earlier.line}`
    return [fault(place, 'duplicate-id', `${kind} \`${id}\` is already defined at ${where}`)]
  })
}

type Definition = { kind: ItemKind; id: string; place: Place }

/** Where each thing of a course is defined. */
export function definitions(draft: Draft): readonly Definition[] {
  const found: Definition[] = []
  const add = (kind: ItemKind, id: string, place: Place) => found.push({ kind, id, place })
  for (const { value, at } of draft.sources) add('source', value.id, at(['id']))
  for (const { value, at } of draft.entities) add('entity', value.id, at(['id']))
  for (const { value, at } of draft.facts) add('fact', value.id, at(['id']))
  for (const { value, at } of draft.lessons) add('lesson', value.id, at(['id']))
  for (const { value, at } of draft.questions) add('question', value.id, at(['id']))
  draft.course?.value.modules.forEach(({ id }, i) => {
    if (draft.course !== null) add('module', id, draft.course.at(['modules', i, 'id']))
  })
  draft.course?.value.topics.forEach(({ id }, i) => {
    if (draft.course !== null) add('topic', id, draft.course.at(['topics', i, 'id']))
  })
  for (const { kind, id, place } of draft.broken) if (id !== null) add(kind, id, place)
  return found
}
