import Link from 'next/link'
import { LinkButton } from '@/app/_components/link-button'
import { count } from '@/app/_lib/count'
import type { DayClock } from '@/lib/kernel/study-day'
import type { TodayView } from '@/lib/server/study/load-today'
import { DoneToday } from './waiting'

type Props = { today: TodayView; begun: boolean; clock: DayClock }

/** The calm end of a day, or the beginning of a course. */
export function NothingLeft({ today, begun, clock }: Props) {
  const lesson = today.nextLesson
  if (!begun && lesson !== null) {
    return (
      <div>
        <h1 className="text-3xl">Begin with a lesson</h1>
        <p className="mt-3 max-w-measure font-serif text-lg text-ink-2">
          Questions open when you finish the lesson that teaches them. The first one takes about{' '}
          {count(lesson.minutes, 'minute')}.
        </p>
        <div className="mt-6 flex flex-wrap items-center gap-3">
          <LinkButton href={`/lessons/${lesson.id}`}>Read “{lesson.title}”</LinkButton>
          <LinkButton href="/placement" kind="secondary">
            Skip what you know
          </LinkButton>
        </div>
      </div>
    )
  }
  return (
    <div>
      <h1 className="text-3xl">Nothing is waiting</h1>
      <p className="mt-3 max-w-measure font-serif text-lg text-ink-2">
        {today.nextLearningAt === null
          ? 'Today’s reviews are done. What you know is due again on its own day.'
          : `Today’s reviews are done. One you have just learnt comes back at ${time(today.nextLearningAt, clock)}.`}
      </p>
      <DoneToday done={today.doneToday} />
      <p className="mt-4 text-sm">
        <Link href="/cram" className="link">
          Go over something anyway
        </Link>{' '}
        <span className="text-ink-2">without touching the schedule.</span>
      </p>
    </div>
  )
}

const time = (instant: number, clock: DayClock) =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: clock.zone,
    hour: '2-digit',
    minute: '2-digit',
  }).format(instant)
