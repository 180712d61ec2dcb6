import type { Catalogue } from '../course/types'
import type { ModuleId } from '../kernel/ids'

export type DemoAssignment = {
  readonly module: ModuleId
  readonly dueAfterDays: number
  readonly targetReadiness: number
}

/** Days that the slowest analyst who keeps up takes for a lesson. */
const SLOWEST_LESSON = 5.5
/** Days more than that, so that nobody is late by chance. */
const ROOM = 10
const LOOK_AHEAD = 30

/**
 * The modules in course order, each due late enough after joining that everybody who keeps up is
 * ready for it. `days`: length of the demo; what is due long after it is left out.
 */
export function demoAssignments(
  { course, lessons }: Catalogue,
  days: number,
): readonly DemoAssignment[] {
  const perLesson = SLOWEST_LESSON * Math.max(1, days / 75)
  let read = 0
  return course.modules
    .map(({ id }) => {
      read += lessons.filter(({ module }) => module === id).length
      const dueAfterDays = Math.round(read * perLesson + ROOM)
      return { module: id, dueAfterDays, targetReadiness: 0.75 }
    })
    .filter(({ dueAfterDays }) => dueAfterDays <= days + LOOK_AHEAD)
}
