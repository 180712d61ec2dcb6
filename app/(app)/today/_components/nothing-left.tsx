import { Link } from '@/app/_components/link'
import { LinkButton } from '@/app/_components/link-button'
import { formatTime } from '@/app/_format/format-date'
import { count } from '@/lib/kernel/count'
import type { DayClock } from '@/lib/kernel/study-day'
import type { TodayView } from '@/lib/review/view/today'
import { DoneToday } from './waiting'

type Props = { today: TodayView; hasStarted: boolean; clock: DayClock }

/** Shown when no reviews are due: at the end of a day, or before the first lesson. */
export function NothingLeft({ today, hasStarted, clock }: Props) {
  const lesson = today.nextLesson
  const [tomorrow] = today.coming
  if (!hasStarted && lesson !== null) {
    return (
      <div>
        <h1 className="text-3xl">Start with a lesson</h1>
        <p className="mt-3 max-w-measure font-serif text-lg text-ink-2">
          You unlock questions by finishing the lesson that teaches them. The first lesson takes
          about {count(lesson.minutes, 'minute')}.
        </p>
        <div className="mt-6 flex flex-wrap items-center gap-3">
          <LinkButton href={`/lessons/${lesson.id}`}>Read “{lesson.title}”</LinkButton>
          <LinkButton href="/placement" kind="secondary">
            Take a short test to skip lessons
          </LinkButton>
        </div>
      </div>
    )
  }
  return (
    <div>
      <h1 className="text-3xl">No reviews due</h1>
      <p className="mt-3 max-w-measure font-serif text-lg text-ink-2">
        {today.nextLearningAt === null
          ? 'Today’s reviews are done.'
          : `Today’s reviews are done, except for a question you have just learned. Its next review is at ${formatTime(today.nextLearningAt, clock.zone)}.`}
      </p>
      <DoneToday done={today.doneToday} />
      {tomorrow === undefined || tomorrow.due + tomorrow.new === 0 ? null : (
        <p className="mt-1 text-sm text-ink-2">
          Tomorrow: {count(tomorrow.due, 'review')}
          {tomorrow.new === 0 ? '' : ` and ${count(tomorrow.new, 'new question')}`}.
        </p>
      )}
      <p className="mt-4 text-sm">
        <Link href="/cram" className="link">
          Cram a topic
        </Link>{' '}
        <span className="text-ink-2">without changing your schedule.</span>
      </p>
    </div>
  )
}
