import { Link } from '@/app/_components/link'

type Course = { readonly id: string; readonly title: string }

type Props = {
  courses: readonly Course[]
  /** The id of the course that a form is about; null for all. */
  current: string | null
  /** Whether all of them can be chosen together. */
  all?: boolean
  /** The address for a course, or for all. */
  hrefOf: (course: string | null) => string
}

/**
 * Which course of the cohort a form is about. The address says it, so that it can be passed on and needs no
 * JavaScript. Nothing where there is one.
 */
export function CourseLinks({ courses, current, all = false, hrefOf }: Props) {
  if (courses.length < 2) return null
  const choices = all ? [{ id: null, title: 'All courses' }, ...courses] : courses
  return (
    <nav aria-label="Course" className="mb-6 max-w-2xl border-y border-rule py-1">
      <ul className="flex flex-wrap gap-x-5 text-sm">
        {choices.map(({ id, title }) => (
          <li key={id}>
            <Link
              href={hrefOf(id)}
              aria-current={id === current ? 'page' : undefined}
              className="inline-flex min-h-9 items-center text-ink-2 no-underline underline-offset-[6px] hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink aria-[current=page]:underline"
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
