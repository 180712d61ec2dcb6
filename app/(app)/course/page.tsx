import type { Metadata } from 'next'
import { PageHeader } from '@/app/_components/page-header'
import { requireLearner } from '@/lib/auth/viewer'
import { loadCourse } from '@/lib/server/load-course'
import { ModuleSection } from './_components/module-section'

export const metadata: Metadata = { title: 'Course' }

export default async function CoursePage() {
  const viewer = await requireLearner()
  const course = await loadCourse({ userId: viewer.userId, now: Date.now() })
  return (
    <>
      <PageHeader label="Course" title={course.title} lead={course.summary} />
      <div className="space-y-16">
        {course.modules.map((module, index) => (
          <ModuleSection key={module.id} module={module} number={index + 1} />
        ))}
      </div>
    </>
  )
}
