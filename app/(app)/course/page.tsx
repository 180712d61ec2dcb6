import type { Metadata } from 'next'
import { Link } from '@/app/_components/link'
import { PageHeader } from '@/app/_components/page-header'
import { TermHelp } from '@/app/_help/term-help'
import { requireLearner } from '@/lib/auth/scopes'
import { knownInAll } from '@/lib/review/known'
import { loadCourse } from '@/lib/server/course/load-course'
import './_components/course-map.css'
import { MapLegend } from './_components/map-legend'
import { ModuleFold } from './_components/module-fold'
import { WayThrough } from './_components/way-through'
import { WhereYouAre } from './_components/where-you-are'

export const metadata: Metadata = { title: 'Course' }

type Props = { searchParams: Promise<{ readonly module?: string | string[] }> }

export default async function CoursePage({ searchParams }: Props) {
  const asked = [(await searchParams).module].flat()[0]
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
        <ol className="border-b border-rule">
          {course.modules.map((module, index) => (
            <ModuleFold
              key={module.id}
              module={module}
              number={index + 1}
              open={module.id === open}
            />
          ))}
        </ol>
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
