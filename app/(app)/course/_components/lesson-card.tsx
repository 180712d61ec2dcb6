import { Link } from '@/app/_components/link'
import { longDate } from '@/app/_format/calendar-date'
import { count } from '@/lib/kernel/count'
import { percent } from '@/lib/kernel/percent'
import type { CourseView } from '@/lib/review/view/course'
import { shareKnown } from './lesson-strip'
import { MEMORY_CLASSES, MEMORY_NAMES, MemoryMark } from './memory-look'

type Lesson = CourseView['modules'][number]['lessons'][number]

/** A lesson of an open module: what it answers, how well it is known, and the ways to it. */
export function LessonCard({ lesson, number }: { lesson: Lesson; number: number }) {
  const { memory } = lesson
  return (
    <li className="flex flex-col border-t border-rule pt-3 pb-4">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
        <span
          className={`inline-flex min-h-6 items-center gap-1.5 border px-1.5 text-label font-semibold ${MEMORY_CLASSES[memory.memory]}`}
        >
          <MemoryMark of={memory.memory} />
          {MEMORY_NAMES[memory.memory]}
        </span>
        {memory.seen === 0 ? null : (
          <span className="tabular-nums">{percent(shareKnown(lesson))} predicted recall</span>
        )}
        {NOTES[lesson.state]}
      </p>
      <h4 className="mt-2 font-serif text-lg leading-snug font-semibold tracking-[-0.008em] wrap-anywhere text-balance">
        <Link
          href={`/lessons/${lesson.id}`}
          className="underline decoration-transparent underline-offset-4 hover:decoration-current"
        >
          <span className="text-ink-2 tabular-nums">{number}.</span> {lesson.title}
        </Link>
      </h4>
      <p className="mt-0.5 font-serif text-ink-2">{lesson.question}</p>
      <p className="mt-1.5 text-sm text-ink-2">
        {lesson.minutes} min · {questionsText(lesson)}
        {lesson.due === null ? '' : ` · due ${longDate(lesson.due)}`}
        {memory.seen === 0 ? null : (
          <>
            {' · '}
            <Link href={`/review?mode=cram&scope=${lesson.id}`} className="link">
              Cram<span className="sr-only">: {lesson.title}</span>
            </Link>
          </>
        )}
      </p>
    </li>
  )
}

const NOTES: Readonly<Record<Lesson['state'], string | null>> = {
  open: null,
  started: 'Started',
  done: null,
  skipped: 'Skipped by the placement',
}

/** Those that the learner is to learn, and of how many; how many of them have begun. */
function questionsText({ asked, questions, memory }: Lesson): string {
  const all =
    asked === questions
      ? count(questions, 'question')
      : `${asked} of ${count(questions, 'question')}`
  return memory.seen === 0 ? all : `${all}, ${memory.seen} seen`
}
