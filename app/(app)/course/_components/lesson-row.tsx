import { CheckIcon } from '@/app/_components/icons'
import { Link } from '@/app/_components/link'
import { count } from '@/app/_format/count'
import { longDate } from '@/app/(app)/_components/day-label'
import type { CourseView } from '@/lib/review/view/course'

type Lesson = CourseView['modules'][number]['lessons'][number]

export function LessonRow({ lesson, number }: { lesson: Lesson; number: number }) {
  return (
    <li className="relative grid grid-cols-[1.75rem_minmax(0,1fr)_auto] gap-x-2 border-t border-rule py-4 hover:bg-sunk">
      <span aria-hidden="true" className="pt-0.5 text-sm text-ink-2 tabular-nums">
        {number}
      </span>
      <div className="min-w-0">
        <h3 className="text-lg">
          {/* The whole row can be clicked. */}
          <Link
            href={`/lessons/${lesson.id}`}
            className="underline decoration-transparent underline-offset-4 after:absolute after:inset-0 hover:decoration-current"
          >
            {lesson.title}
          </Link>
        </h3>
        <p className="mt-0.5 font-serif text-ink-2">{lesson.question}</p>
        <p className="mt-1 text-sm text-ink-2">
          {lesson.minutes} min · {count(lesson.questions, 'question')}
          {lesson.due === null ? '' : ` · due ${longDate(lesson.due)}`}
        </p>
      </div>
      <LessonState state={lesson.state} />
    </li>
  )
}

function LessonState({ state }: { state: Lesson['state'] }) {
  switch (state) {
    case 'done':
      return (
        <span className="flex h-6 items-center gap-1.5 text-sm font-semibold text-good">
          <CheckIcon />
          Done
        </span>
      )
    case 'skipped':
      return (
        <span className="flex h-6 items-center gap-1.5 text-sm font-semibold text-ink-2">
          <CheckIcon />
          Skipped
        </span>
      )
    case 'started':
      return <span className="h-6 pt-0.5 text-sm font-semibold text-accent">Started</span>
    case 'open':
      return <span className="h-6 pt-0.5 text-sm text-ink-2">Not started</span>
  }
}
