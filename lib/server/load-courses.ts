import 'server-only'
import { coursesOf } from '../course/courses'
import { currentCourse, type Known } from './current-course'

export type ListedCourse = { readonly id: string; readonly title: string; readonly summary: string }

/** The courses that somebody or a cohort learns, in their order; none while nothing is published. */
export async function loadCourses(scope: Known): Promise<readonly ListedCourse[]> {
  const course = await currentCourse(scope)
  return course === null
    ? []
    : coursesOf(course.catalogue).map(({ id, title, summary }) => ({ id, title, summary }))
}
