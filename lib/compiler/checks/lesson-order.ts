import type { Check, Draft } from '../draft'
import type { Fault } from '../fault'
import { fault } from '../fault'
import { idsOf } from './known-ids'

/**
 * course.yaml must list every lesson once, in the module that the lesson names. The lesson's file
 * must be in that module's folder.
 */
export const lessonOrder: Check = (draft) => [...listing(draft), ...lessons(draft)]

function listing(draft: Draft): readonly Fault[] {
  const { course } = draft
  if (course === null) return []
  const known = new Set(idsOf(draft, 'lesson'))
  const seen = new Set<string>()
  return course.value.modules.flatMap(({ lessons: ids }, m) =>
    ids.flatMap((id, i): Fault[] => {
      const place = course.at(['modules', m, 'lessons', i])
      const again = seen.has(id)
      seen.add(id)
      if (again) return [fault(place, 'lesson-order', `lesson \`${id}\` is listed twice`)]
      if (known.has(id) || draft.incomplete.has('lesson')) return []
      return [fault(place, 'lesson-order', `lesson \`${id}\` is listed but has no file`)]
    }),
  )
}

function lessons(draft: Draft): readonly Fault[] {
  const modules = draft.course?.value.modules ?? []
  return draft.lessons.flatMap(({ value, at, file }): Fault[] => {
    const faults: Fault[] = []
    const wanted = `lessons/${value.module}/${value.id}.md`
    if (file !== wanted) {
      faults.push(fault(at(['id']), 'file-name', `lesson \`${value.id}\` belongs in ${wanted}`))
    }
    const listing = modules.filter((module) => module.lessons.includes(value.id))
    if (draft.course !== null && listing.length === 0) {
      const message = `lesson \`${value.id}\` is not listed in course.yaml under \`${value.module}\``
      faults.push(fault(at(['id']), 'lesson-order', message))
    }
    for (const { id } of listing) {
      if (id === value.module) continue
      const message = `lesson \`${value.id}\` names module \`${value.module}\`; course.yaml lists it under \`${id}\``
      faults.push(fault(at(['module']), 'lesson-order', message))
    }
    return faults
  })
}
