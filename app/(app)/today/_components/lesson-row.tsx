import { LinkButton } from '@/app/_components/link-button'
import type { TodayView } from '@/lib/review/view/today'
import { ToDoRow } from './to-do-row'

/** The first lesson that is not finished. */
export function LessonRow({ lesson }: { lesson: NonNullable<TodayView['nextLesson']> }) {
  return (
    <ToDoRow
      title={`Next lesson: ${lesson.title}`}
      action={
        <LinkButton href={`/lessons/${lesson.id}`} kind="secondary">
          Read it<span className="sr-only">: {lesson.title}</span>
        </LinkButton>
      }
    >
      {lesson.moduleTitle} · {lesson.minutes} min
    </ToDoRow>
  )
}
