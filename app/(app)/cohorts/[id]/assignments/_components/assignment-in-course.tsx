import type { ComponentProps } from 'react'
import { query } from '@/app/_table/query'
import type { Assignment } from '@/lib/cohort/assignment'
import { type Assignable, assignableIn } from '@/lib/cohort/view/assignable'
import { CourseLinks } from '../../_components/course-links'
import { AssignmentForm } from './assignment-form'

type Props = Pick<ComponentProps<typeof AssignmentForm>, 'cohortId' | 'present'> & {
  courses: readonly Assignable[]
  /** The course in the address, if there is one. */
  asked: string | null
  /** What is assigned already. */
  target: Assignment['target'] | null
  /** The page, which is shown from this part on. */
  path: string
  anchor: string
}

/** The form of an assignment, after a choice of the course where the cohort learns several. */
export function AssignmentInCourse({ courses, asked, target, path, anchor, ...form }: Props) {
  const course = assignableIn(courses, asked, target)
  return (
    <>
      <CourseLinks
        courses={courses}
        current={course?.id ?? null}
        hrefOf={(course) => `${path}${query({ course })}#${anchor}`}
      />
      {course === null || course.choices.length === 0 ? (
        <p className="max-w-measure text-sm text-ink-2">
          There is nothing to assign in this course yet: it has no module.
        </p>
      ) : (
        <AssignmentForm {...form} choices={course.choices} />
      )}
    </>
  )
}
