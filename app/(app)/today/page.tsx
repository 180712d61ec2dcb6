import type { Metadata } from 'next'
import { Link } from '@/app/_components/link'
import { Panel } from '@/app/_components/panel'
import { count } from '@/app/_format/count'
import { ZoneOffer } from '@/app/_shell/zone/zone-offer'
import { requireLearner } from '@/lib/auth/scopes'
import { HOUR_MS } from '@/lib/kernel/duration'
import type { TodayView } from '@/lib/review/view/today'
import { loadToday } from '@/lib/server/study/load-today'
import { Assignments } from './_components/assignments'
import { Backlog } from './_components/backlog'
import { ComingDays } from './_components/coming-days'
import { NothingLeft } from './_components/nothing-left'
import { OpenExams } from './_components/open-exams'
import { TopicStrip } from './_components/topic-strip'
import { Waiting } from './_components/waiting'

export const metadata: Metadata = { title: 'Today' }

export default async function TodayPage() {
  const scope = await requireLearner()
  const { clock } = scope.user
  const now = Date.now()
  const today = await loadToday(scope, { now })
  const { learning, review, new: fresh } = today.counts
  const waiting = learning + review + fresh
  // Before the first lesson, the headline already links to it.
  const hasStarted = waiting > 0 || today.topics.some((topic) => topic.seen > 0)
  const date = new Intl.DateTimeFormat('en-GB', {
    timeZone: clock.zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(now - clock.rolloverHour * HOUR_MS)
  return (
    <>
      <ZoneOffer userId={scope.user.id} zone={clock.zone} className="mb-8" />
      <p className="label-caps mb-2 text-ink-2">{date}</p>
      {waiting > 0 ? (
        <Waiting today={today} />
      ) : (
        <NothingLeft today={today} hasStarted={hasStarted} clock={clock} />
      )}
      {today.backlog === null ? null : <Backlog backlog={today.backlog} />}
      <OpenExams learner={scope} now={now} />
      <Asides today={today} />
      <Assignments assignments={today.assignments} />
      <div className="mt-14 grid gap-x-14 gap-y-12 md:grid-cols-2">
        <div className="space-y-12">
          {hasStarted || today.nextLesson === null ? (
            <NextLesson lesson={today.nextLesson} />
          ) : null}
          <Panel
            title="Topics"
            aside={
              <Link href="/progress" className="link">
                Full statistics
              </Link>
            }
          >
            <TopicStrip topics={today.topics} />
          </Panel>
        </div>
        <Panel title="Coming days" aside="Reviews due">
          <ComingDays days={today.coming} />
        </Panel>
      </div>
    </>
  )
}

/** The questions that are not counted above, with a link to them. */
function Asides({ today: { heldBack, setAside, backlog } }: { today: TodayView }) {
  if (setAside === 0 && (heldBack === 0 || backlog !== null)) return null
  return (
    <p className="mt-6 flex flex-wrap gap-x-6 gap-y-1 text-sm text-ink-2">
      {heldBack > 0 && backlog === null ? (
        <span>
          {heldBack} more {heldBack === 1 ? 'is' : 'are'} due later, because of your{' '}
          <Link href="/settings/study" className="link">
            daily limit
          </Link>{' '}
          or because a similar question comes today.
        </span>
      ) : null}
      {setAside > 0 ? (
        <Link href="/set-aside" className="link">
          {count(setAside, 'question')} set aside
        </Link>
      ) : null}
    </p>
  )
}

function NextLesson({ lesson }: { lesson: TodayView['nextLesson'] }) {
  return (
    <Panel title="Next lesson">
      {lesson === null ? (
        <p className="font-serif text-lg text-ink-2">
          You have read every lesson. Your reviews keep it in memory.
        </p>
      ) : (
        <>
          <p className="text-sm text-ink-2">
            {lesson.moduleTitle} · {lesson.minutes} min
          </p>
          <p className="mt-1 font-serif text-lg">
            <Link href={`/lessons/${lesson.id}`} className="link">
              {lesson.title}
            </Link>
          </p>
        </>
      )}
    </Panel>
  )
}
