import { Link } from '@/app/_components/link'
import { longDate, shortDate } from '@/app/_format/calendar-date'
import { formatLastSeen } from '@/app/_format/format-date'
import type { DeadlineStatus } from '@/lib/cohort/learner-status'
import type { AnalystPanel as Panel } from '@/lib/cohort/view/analyst-panel'
import { percent } from '@/lib/kernel/percent'
import { type DayClock, isoDate } from '@/lib/kernel/study-day'
import { PanelFrame } from './panel-frame'
import { rangeText } from './range'
import { SnoozeForm, WakeForm } from './snooze-form'
import { mostPerDay, recentWords, Sparkline } from './sparkline'

type Props = {
  cohortId: string
  panel: Panel
  /** The address of the page without it. */
  hrefOfClosed: string
  now: number
  clock: DayClock
  archived: boolean
}

/** One analyst beside the matrix: where they stand, why they need attention, and what is due. */
export function AnalystPanel({ cohortId, panel, hrefOfClosed, now, clock, archived }: Props) {
  const { userId, name, recent, status, snooze } = panel
  return (
    <PanelFrame key={userId} userId={userId} name={name} hrefOfClosed={hrefOfClosed}>
      <p className="text-label wrap-anywhere text-ink-2">{panel.email}</p>
      <dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-3 text-sm [&_dd]:font-semibold [&_dt]:text-label [&_dt]:text-ink-2">
        <div>
          <dt>Readiness</dt>
          <dd className="tabular-nums">{rangeText(panel.overall)}</dd>
        </div>
        <div>
          <dt>Due today</dt>
          <dd className="tabular-nums">{status.due}</dd>
        </div>
        <div>
          <dt>Last seen</dt>
          <dd>{formatLastSeen(panel.lastSeenAt, now, clock)}</dd>
        </div>
        <div>
          <dt>Joined</dt>
          <dd>{longDate(panel.joined)}</dd>
        </div>
      </dl>
      <div className="mt-4">
        <Sparkline recent={recent} most={mostPerDay([recent])} step={6} />
        <p className="mt-1 text-label text-ink-2" aria-hidden="true">
          {recentWords(recent)}.
        </p>
      </div>
      {status.reasons.length === 0 ? (
        <p className="mt-4 text-sm text-ink-2">Nothing needs attention today.</p>
      ) : (
        <>
          <h4 className="mt-5 mb-1 text-sm font-semibold">Needs attention</h4>
          <ul className="space-y-1.5 text-sm">
            {status.reasons.map(({ kind, words }) => (
              <li key={`${kind} ${words}`}>{words}</li>
            ))}
          </ul>
          {snooze === null ? null : (
            <p className="mt-2 text-label text-ink-2">
              Snoozed until {longDate(snooze.until)} by {snooze.byName}: {snooze.note}
            </p>
          )}
          {archived ? null : snooze === null ? (
            <SnoozeForm cohortId={cohortId} userId={userId} name={name} />
          ) : (
            <WakeForm cohortId={cohortId} userId={userId} name={name} />
          )}
        </>
      )}
      <Deadlines deadlines={status.deadlines} />
      <p className="mt-5">
        <Link className="link py-1 font-semibold" href={`/cohorts/${cohortId}/learners/${userId}`}>
          Everything about {name}
        </Link>
      </p>
    </PanelFrame>
  )
}

function Deadlines({ deadlines }: { deadlines: readonly DeadlineStatus[] }) {
  if (deadlines.length === 0) return null
  return (
    <>
      <h4 className="mt-5 mb-1 text-sm font-semibold">Assignments</h4>
      <ul className="divide-y divide-rule border-y border-rule text-sm">
        {deadlines.map((each) => (
          <li key={each.assignment.id} className="py-1.5">
            {each.title}
            <span className="block text-label text-ink-2 tabular-nums">
              {each.daysLeft < 0 ? 'was due' : 'due'} {shortDate(isoDate(each.dueDay))}
              {each.extended ? ' (extended)' : ''}: {percent(each.today)} today, target{' '}
              {percent(each.assignment.targetReadiness)}
              {each.daysLeft < 0 ? '' : `, ${percent(each.atPace)} at this pace`}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
