import { Link } from '@/app/_components/link'
import { Notice } from '@/app/_components/notice'
import { formatDateTime } from '@/app/_format/format-date'
import { count } from '@/lib/kernel/count'
import type { AdminView } from '@/lib/server/people/load-admin'

/** The course that the people of this installation learn. */
export function CourseVersion({ course, zone }: { course: AdminView['course']; zone: string }) {
  if (course === null) {
    return (
      <Notice kind="error" title="No course is published">
        Restart the server. It publishes the course from the content folder, or reports what is
        wrong with it.
      </Notice>
    )
  }
  const lines = [
    ['Title', course.title],
    ['Published', formatDateTime(course.publishedAt, zone)],
    [
      'Contents',
      `${count(course.lessons, 'lesson')}, ${count(course.questions, 'question')}, ${count(course.facts, 'fact')}`,
    ],
  ]
  return (
    <dl className="grid max-w-measure grid-cols-[max-content_1fr] gap-x-8 gap-y-2 text-sm">
      <div className="contents">
        <dt className="text-ink-2">Version</dt>
        <dd className="tabular-nums">
          {course.version},{' '}
          <Link className="link" href="/course/versions">
            all versions
          </Link>
        </dd>
      </div>
      {lines.map(([term, value]) => (
        <div key={term} className="contents">
          <dt className="text-ink-2">{term}</dt>
          <dd className="tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
