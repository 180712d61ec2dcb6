import 'server-only'
import { changed } from '../../audit/changed'
import { type CourseId, coursesOf } from '../../course/courses'
import { updateCohortCourses } from '../../db/cohort/cohorts'
import { together } from '../../db/connection/together'
import type { Publication } from '../../db/course/published-course'
import { recordAudit } from '../../db/people/audit'
import { AppError } from '../../kernel/app-error'
import { currentCourse } from '../current-course'
import type { OpenCohortScope } from '../scope'

/**
 * Changes what a cohort learns. A card of a course that goes stays as it is, is not asked meanwhile, and comes
 * back with the course. Throws invalid_input.
 */
export async function chooseCourses(
  { cohort, viewer, newest }: OpenCohortScope,
  input: { readonly courses: readonly string[]; readonly now: number },
): Promise<void> {
  const courses = await chosenOf(newest, input.courses)
  const change = changed('courses', cohort.courses.join(', '), courses.join(', '))
  if (Object.keys(change).length === 0) return
  const detail = { cohort: cohort.id, ...change }
  await together(async () => {
    await updateCohortCourses(cohort.id, courses)
    await recordAudit({ at: input.now, actorId: viewer.id, kind: 'cohort_courses_changed', detail })
  })
}

/** The courses that were chosen, in their order. Throws invalid_input for none, and for one that there is not. */
export async function chosenOf(
  newest: Publication | null | undefined,
  wanted: readonly string[] | 'all',
): Promise<readonly CourseId[]> {
  const course = await currentCourse({ newest })
  const ids = course === null ? [] : coursesOf(course.catalogue).map(({ id }) => id)
  if (wanted === 'all') return ids
  const chosen = ids.filter((id) => wanted.includes(id))
  if (chosen.length > 0 && chosen.length === new Set(wanted).size) return chosen
  throw new AppError(
    'invalid_input',
    chosen.length === wanted.length
      ? 'A cohort learns at least one course. Nothing was changed. Choose one.'
      : 'One of these courses is not there any more. Nothing was changed. Reload the page, and choose again.',
  )
}
