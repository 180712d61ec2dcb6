import type { Reach } from '../course/reach'
import type { Catalogue } from '../course/types'
import type { ModuleId } from '../kernel/ids'
import { addDays, type StudyDay } from '../kernel/study-day'
import { CORE_DUE_DAYS } from './newcomers'

export type DemoAssignment = {
  readonly module: ModuleId
  readonly reach: Reach
  readonly dueDay: StudyDay | null
  readonly dueAfterDays: number | null
  readonly targetReadiness: number
}

/** The core of every module, on one day. */
export const coreAssignments = (
  { course }: Catalogue,
  today: StudyDay,
): readonly DemoAssignment[] =>
  course.modules.map(({ id }) => ({
    module: id,
    reach: 'core',
    dueDay: addDays(today, CORE_DUE_DAYS),
    dueAfterDays: null,
    targetReadiness: 0.8,
  }))

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
      return { module: id, dueAfterDays }
    })
    .filter(({ dueAfterDays }) => dueAfterDays <= days + LOOK_AHEAD)
    .map((each) => ({ ...each, reach: 'all', dueDay: null, targetReadiness: 0.75 }))
}
