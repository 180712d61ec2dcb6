import type { Metadata } from 'next'
import { Link } from '@/app/_components/link'
import { Panel } from '@/app/_components/panel'
import { weekdayAndDay } from '@/app/_format/format-date'
import { TermHelp } from '@/app/_help/term-help'
import { PageHint } from '@/app/_hints/page-hint'
import { ZoneOffer } from '@/app/_shell/zone/zone-offer'
import { depthReason } from '@/app/(app)/_components/depth-reason'
import { hintsFor } from '@/lib/account/display'
import { requireLearner } from '@/lib/auth/scopes'
import { count } from '@/lib/kernel/count'
import { HOUR_MS } from '@/lib/kernel/duration'
import { knownInAll } from '@/lib/review/known'
import type { TodayView } from '@/lib/review/view/today'
import { loadOpenExams } from '@/lib/server/exam/load-open-exams'
import { loadToday } from '@/lib/server/study/load-today'
import { AssignmentRow } from './_components/assignment-row'
import { Assignments } from './_components/assignments'
import { BacklogLater } from './_components/backlog-later'
import { CohortOffers } from './_components/cohort-offers'
import { ComingDays } from './_components/coming-days'
import { ExamRow } from './_components/exam-row'
import { LessonRow } from './_components/lesson-row'
import { NothingLeft } from './_components/nothing-left'
import { type ToDo, toDoList } from './_components/to-do'
import { TopicStrip } from './_components/topic-strip'
import { Waiting } from './_components/waiting'

export const metadata: Metadata = { title: 'Today' }

export default async function TodayPage() {
  const scope = await requireLearner('/today')
  const { clock } = scope.user
  const now = Date.now()
  const [today, exams] = await Promise.all([
    loadToday(scope, { now }),
    loadOpenExams(scope, { now }),
  ])
  const { learning, review, new: fresh } = today.counts
  const waiting = learning + review + fresh
  const { known, seen, total } = knownInAll(today.topics)
  const hasStarted = waiting > 0 || seen > 0
  const date = weekdayAndDay(now - clock.rolloverHour * HOUR_MS, clock.zone)
  const hints = seen === 0 ? [] : hintsFor(scope.user.display, seen)
  const isRunning = exams.some(({ status }) => status.kind === 'running')
  const show = (toDo: ToDo) => {
    switch (toDo.kind) {
      case 'exam':
        return <ExamRow open={toDo.open} now={now} zone={clock.zone} />
      case 'assignment':
        return <AssignmentRow assignment={toDo.assignment} />
      case 'reviews':
        return waiting > 0 ? (
          <Waiting today={today} first={!isRunning} />
        ) : (
          <NothingLeft today={today} hasStarted={hasStarted} clock={clock} />
        )
      case 'lesson':
        // Before the first lesson, the headline already links to it.
        return hasStarted ? <LessonRow lesson={toDo.lesson} /> : null
    }
  }
  return (
    <>
      <ZoneOffer userId={scope.user.id} zone={clock.zone} now={now} className="mb-8" />
      <p className="label-caps mb-2 text-ink-2">{date}</p>
      <ol aria-label="To do today" className="space-y-6">
        {toDoList(today, exams, now).map((toDo) => {
          const shown = show(toDo)
          return shown === null ? null : <li key={keyOf(toDo)}>{shown}</li>
        })}
      </ol>
      <CohortOffers offers={today.offers} />
      {hints.includes('tomorrow') ? <PageHint of="tomorrow" className="mt-8" /> : null}
      {today.backlog === null ? null : <BacklogLater backlog={today.backlog} />}
      <Asides today={today} />
      <Assignments assignments={today.assignments} />
      <div className="mt-14 grid gap-x-14 gap-y-12 md:grid-cols-2">
        <Panel
          title="Topics"
          aside={
            <>
              {Math.round(known)} of {total} known
              <TermHelp of="known" /> ·{' '}
              <Link href="/progress" className="link">
                Full statistics
              </Link>
            </>
          }
        >
          <p className="mb-4 text-sm text-ink-2">
            {depthReason(today.depth)}{' '}
            <Link href="/course" className="link">
              Change
            </Link>
          </p>
          <TopicStrip topics={today.topics} />
        </Panel>
        <Panel title="Coming days" aside="Reviews due, and new questions">
          <ComingDays days={today.coming} />
        </Panel>
      </div>
    </>
  )
}

const keyOf = (toDo: ToDo): string => {
  switch (toDo.kind) {
    case 'exam':
      return toDo.open.exam.id
    case 'assignment':
      return toDo.assignment.id
    case 'reviews':
    case 'lesson':
      return toDo.kind
  }
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
