import { Link } from '@/app/_components/link'
import { formatDate } from '@/app/_format/format-date'
import type { ShownColumn } from '@/app/_table/data-table'
import type { LearnerView } from '@/lib/cohort/view/learner-view'

type Lesson = LearnerView['lessons'][number]

/** The lessons, which come in course order. */
export const lessonColumns = (zone: string): readonly ShownColumn<Lesson>[] => [
  {
    id: 'title',
    head: 'Lesson',
    value: ({ title }) => title,
    cell: ({ id, title }) => (
      <Link className="link" href={`/lessons/${id}`}>
        {title}
      </Link>
    ),
  },
  {
    id: 'module',
    head: 'Module',
    value: ({ moduleTitle }) => moduleTitle,
    className: 'text-ink-2',
  },
  {
    id: 'finished',
    head: 'Finished',
    value: ({ record }) => record?.completedAt ?? null,
    numeric: true,
    cell: (lesson) => stateOf(lesson, zone),
  },
]

function stateOf({ record }: Lesson, zone: string): string {
  if (record === null) return '–'
  if (record.completedAt === null) return 'in progress'
  return `${record.skipped ? 'skipped, ' : ''}${formatDate(record.completedAt, zone)}`
}
