import type { Metadata } from 'next'
import { Link } from '@/app/_components/link'
import { PageHeader } from '@/app/_components/page-header'
import { requireLearner } from '@/lib/auth/scopes'
import type { CourseView } from '@/lib/review/view/course'
import { loadCourse } from '@/lib/server/course/load-course'
import { ModuleSection } from './_components/module-section'

export const metadata: Metadata = { title: 'Course' }

export default async function CoursePage() {
  const course = await loadCourse(await requireLearner(), { now: Date.now() })
  return (
    <>
      <PageHeader label="Course" title={course.title} lead={course.summary} />
      {course.modules.some(({ lessons }) => lessons.some(isUnread)) ? (
        <p className="-mt-4 mb-10 text-sm">
          <Link href="/placement" className="link">
            Take a short test
          </Link>{' '}
          <span className="text-ink-2">to skip lessons you already know.</span>
        </p>
      ) : null}
      <div className="space-y-16">
        {course.modules.map((module, index) => (
          <ModuleSection key={module.id} module={module} number={index + 1} />
        ))}
      </div>
    </>
  )
}

type Lesson = CourseView['modules'][number]['lessons'][number]
const isUnread = ({ state }: Lesson): boolean => state === 'open' || state === 'started'
