import type { CourseView } from '@/lib/review/view/course'
import { MEMORIES, MEMORY_CLASSES, MEMORY_MEANINGS, MEMORY_NAMES, MemoryMark } from './memory-look'

/** What the marks of the tiles mean, and how many lessons have each. */
export function MapLegend({ modules }: Pick<CourseView, 'modules'>) {
  const lessons = modules.flatMap((module) => module.lessons)
  return (
    <ul aria-label="Lessons by state" className="flex flex-wrap gap-x-5 gap-y-1.5 text-sm">
      {MEMORIES.map((memory) => (
        <li key={memory} title={MEMORY_MEANINGS[memory]} className="flex items-center gap-1.5">
          <span
            className={`inline-flex size-6 items-center justify-center border ${MEMORY_CLASSES[memory]}`}
          >
            <MemoryMark of={memory} />
          </span>
          <span>
            {MEMORY_NAMES[memory]}{' '}
            <span className="text-ink-2 tabular-nums">
              {lessons.filter((lesson) => lesson.memory.memory === memory).length}
            </span>
            <span className="sr-only">: {MEMORY_MEANINGS[memory]}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
