import { Panel } from '@/app/_components/panel'
import { longDate } from '@/app/_format/calendar-date'
import type { LearnerView } from '@/lib/cohort/view/learner-view'
import { RiskThresholds } from '../../../_components/risk-thresholds'
import { SnoozeForm, WakeForm } from '../../../_components/snooze-form'

/** Says why this analyst is flagged. Shows nothing for an analyst who is not. */
export function Reasons({ cohortId, view }: { cohortId: string; view: LearnerView }) {
  const { status, snooze, userId, name } = view
  if (status.reasons.length === 0) return null
  return (
    <Panel title="Needs attention">
      <ul className="space-y-1.5">
        {status.reasons.map(({ kind, words }) => (
          <li key={`${kind} ${words}`} className="max-w-measure font-serif text-lg">
            {words}
          </li>
        ))}
      </ul>
      {snooze === null ? (
        <SnoozeForm cohortId={cohortId} userId={userId} name={name} />
      ) : (
        <>
          <p className="mt-3 max-w-measure text-sm text-ink-2">
            Snoozed until {longDate(snooze.until)} by {snooze.byName}: {snooze.note}
          </p>
          <WakeForm cohortId={cohortId} userId={userId} name={name} />
        </>
      )}
      <RiskThresholds />
    </Panel>
  )
}
