import { Link } from '@/app/_components/link'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { formatDate } from '@/app/_format/format-date'
import type { LearnerView } from '@/lib/cohort/view/learner-view'

type Lesson = LearnerView['lessons'][number]

/** The lessons in course order. */
export function LessonList({ lessons, zone }: { lessons: readonly Lesson[]; zone: string }) {
  return (
    <Table caption="Lessons of this analyst">
      <thead>
        <tr>
          <Th>Lesson</Th>
          <Th>Module</Th>
          <Th numeric>Finished</Th>
        </tr>
      </thead>
      <tbody>
        {lessons.map((lesson) => (
          <tr key={lesson.id}>
            <RowTh plain className="min-w-44">
              <Link className="link" href={`/lessons/${lesson.id}`}>
                {lesson.title}
              </Link>
            </RowTh>
            <Td className="text-ink-2">{lesson.moduleTitle}</Td>
            <Td numeric>{stateOf(lesson, zone)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function stateOf({ record }: Lesson, zone: string): string {
  if (record === null) return '–'
  if (record.completedAt === null) return 'in progress'
  return `${record.skipped ? 'skipped, ' : ''}${formatDate(record.completedAt, zone)}`
}
