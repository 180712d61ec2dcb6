import type { Metadata } from 'next'
import { Link } from '@/app/_components/link'
import { PageHeader } from '@/app/_components/page-header'
import { TermHelp } from '@/app/_help/term-help'
import { requireLearner } from '@/lib/auth/scopes'
import { knownInAll } from '@/lib/review/known'
import type { CourseView } from '@/lib/review/view/course'
import { loadCourse } from '@/lib/server/course/load-course'
import './_components/course-map.css'
import { MapLegend } from './_components/map-legend'
import { ModuleFold } from './_components/module-fold'
import { WayThrough } from './_components/way-through'
import { WhereYouAre } from './_components/where-you-are'

export const metadata: Metadata = { title: 'Course' }

type Props = {
  searchParams: Promise<{
    readonly module?: string | string[]
    readonly course?: string | string[]
  }>
}

export default async function CoursePage({ searchParams }: Props) {
  const { module, course: narrowed } = await searchParams
  const asked = [module].flat()[0]
  const scope = await requireLearner('/course')
  const course = await loadCourse(scope, { now: Date.now() })
  // The module that somebody asked for is open, otherwise the one in progress.
  const isThere = course.modules.some(({ id }) => id === asked)
  const open = isThere ? asked : course.next.lesson?.module
  const known = knownInAll(course.modules.map(({ deck }) => deck))
  return (
    <>
      <PageHeader
        label="Course"
        title={course.title}
        // What it is about, for somebody who has not begun.
        lead={known.seen === 0 ? course.summary : null}
      />
      <WhereYouAre course={course} known={known} />
      <section aria-labelledby="map">
        <div className="mb-3 flex flex-wrap items-center justify-between gap-x-8 gap-y-2">
          <h2 id="map" className="text-xl">
            Modules and lessons
            <TermHelp of="lesson-state" />
          </h2>
          <MapLegend modules={course.modules} />
        </div>
        <Courses course={course} open={open} narrowed={[narrowed].flat()[0]} />
        <p className="mt-3 flex flex-wrap gap-x-6 gap-y-1 text-sm">
          <Link href="/questions" className="link">
            All your questions
          </Link>
          {course.way.lessonsLeft === 0 ? null : (
            <Link href="/placement" className="link">
              Skip lessons you know, by a short test
            </Link>
          )}
          {scope.user.role === 'learner' ? null : (
            <Link href="/course/versions" className="link">
              Versions of the course
            </Link>
          )}
        </p>
      </section>
      <WayThrough course={course} />
    </>
  )
}

type CoursesProps = {
  course: CourseView
  open: string | undefined
  /** The id of the one course that somebody asked for. */
  narrowed: string | undefined
}

/** The modules of one course, or a fold for each course. */
function Courses({ course: { courses, modules }, open, narrowed }: CoursesProps) {
  if (courses.length < 2) return <Modules modules={modules} open={open} />
  const isThere = courses.some(({ id }) => id === narrowed)
  return (
    <>
      {courses
        .filter(({ id }) => !isThere || id === narrowed)
        .map(({ id, title, summary, modules: own }) => (
          <details key={id} open className="mb-8">
            <summary className="cursor-pointer py-1">
              <h3 className="inline text-lg">{title}</h3>
            </summary>
            <p className="mt-1 mb-3 max-w-measure text-sm text-ink-2">{summary}</p>
            {own.length === 0 ? (
              <p className="border-y border-rule py-3 text-sm text-ink-2">
                There is nothing to learn in it yet.
              </p>
            ) : (
              <Modules modules={modules.filter((module) => own.includes(module.id))} open={open} />
            )}
          </details>
        ))}
      {isThere ? (
        <p className="text-sm">
          <Link href="/course" className="link">
            All your courses
          </Link>
        </p>
      ) : null}
    </>
  )
}

function Modules({ modules, open }: Pick<CourseView, 'modules'> & { open: string | undefined }) {
  return (
    <ol className="border-b border-rule">
      {modules.map((module, index) => (
        <ModuleFold key={module.id} module={module} number={index + 1} open={module.id === open} />
      ))}
    </ol>
  )
}
