import { Link } from '@/app/_components/link'
import { percent } from '@/lib/kernel/percent'
import type { CourseView } from '@/lib/review/view/course'
import { MEMORY_CLASSES, MEMORY_NAMES, MemoryMark } from './memory-look'

type Lesson = CourseView['modules'][number]['lessons'][number]

/** The lessons of a folded module: how well each is known, or how long it takes to read. */
export function LessonStrip({ lessons, label }: { lessons: readonly Lesson[]; label: string }) {
  return (
    <ol aria-label={label} className="lesson-strip">
      {lessons.map((lesson) => (
        <li key={lesson.id}>
          <Link
            href={`/lessons/${lesson.id}`}
            title={`${lesson.title}: ${memoryWords(lesson)}`}
            className={`lesson-tile ${MEMORY_CLASSES[lesson.memory.memory]}`}
          >
            <MemoryMark of={lesson.memory.memory} />
            <span aria-hidden="true">
              {lesson.memory.seen === 0 ? `${lesson.minutes} min` : percent(shareKnown(lesson))}
            </span>
            <span className="sr-only">
              {lesson.title}: {memoryWords(lesson)}
            </span>
          </Link>
        </li>
      ))}
    </ol>
  )
}

/** The predicted recall today over all its questions, in which an unseen one counts as 0. */
export const shareKnown = ({ memory: { known, total } }: Lesson): number =>
  total === 0 ? 0 : known / total

/** `known, predicted recall 87 %`, or `unread, 12 min`. */
function memoryWords(lesson: Lesson): string {
  const name = MEMORY_NAMES[lesson.memory.memory].toLowerCase()
  return lesson.memory.seen === 0
    ? `${name}, ${lesson.minutes} min`
    : `${name}, predicted recall ${percent(shareKnown(lesson))}`
}
