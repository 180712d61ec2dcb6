import { coursesOf } from '../../course/courses'
import type { CoursePart } from '../../course/types'
import type { Assignment } from '../assignment'
import type { SceneCourse } from '../scene'

type CourseName = Pick<CoursePart, 'id' | 'title'>

/** A module and its lessons. */
export type Choice = {
  readonly id: string
  readonly title: string
  readonly lessons: readonly { readonly id: string; readonly title: string }[]
}

/** The modules and lessons of a course that can be assigned, in course order. */
export type Assignable = CourseName & { readonly choices: readonly Choice[] }

/** By course, in their order. */
export const assignable = ({ catalogue, look }: SceneCourse): readonly Assignable[] =>
  coursesOf(catalogue).map(({ id, title, modules }) => ({
    id,
    title,
    choices: catalogue.course.modules
      .filter((module) => modules.includes(module.id))
      .map((module) => ({
        id: module.id,
        title: module.title,
        lessons: look
          .lessonsOfModule(module.id)
          .map((lesson) => ({ id: lesson.id, title: lesson.title })),
      })),
  }))

/**
 * The course that a form is about: the one that was asked for, else that of what is assigned, else the first
 * in which there is something to assign. Null for a cohort without a course.
 */
export function assignableIn(
  courses: readonly Assignable[],
  asked: string | null,
  target: Assignment['target'] | null,
): Assignable | null {
  const holds = ({ id, lessons }: Choice) =>
    id === target?.id || lessons.some((lesson) => lesson.id === target?.id)
  return (
    courses.find(({ id }) => id === asked) ??
    courses.find(({ choices }) => choices.some(holds)) ??
    courses.find(({ choices }) => choices.length > 0) ??
    courses[0] ??
    null
  )
}
