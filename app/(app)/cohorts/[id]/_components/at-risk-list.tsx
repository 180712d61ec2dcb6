import { Link } from '@/app/_components/link'
import { longDate } from '@/app/_format/calendar-date'
import type { AtRiskRow } from '@/lib/cohort/view/at-risk-rows'
import { RiskThresholds } from './risk-thresholds'
import { SnoozeForm, WakeForm } from './snooze-form'

type Props = {
  cohortId: string
  atRisk: readonly AtRiskRow[]
  snoozed: readonly AtRiskRow[]
  /** The address of the page that lists all of them; null on that page. */
  hrefOfAll: string | null
}

/** In a large cohort, more would be a wall; those with the most reasons come first. */
const MOST_SHOWN = 20

/** Lists the analysts who need attention, with the reasons. */
export function AtRiskList({ cohortId, atRisk, snoozed, hrefOfAll }: Props) {
  const shown = hrefOfAll === null ? atRisk : atRisk.slice(0, MOST_SHOWN)
  return (
    <>
      {atRisk.length === 0 ? (
        <p className="font-serif text-lg text-ink-2">
          Nobody needs attention today. {snoozed.length > 0 ? 'Snoozed flags are below.' : ''}
        </p>
      ) : (
        <ul className="divide-y divide-rule border-y border-rule">
          {shown.map((row) => (
            <Person key={row.userId} row={row} cohortId={cohortId} />
          ))}
        </ul>
      )}
      {hrefOfAll === null || shown.length === atRisk.length ? null : (
        <p className="mt-3 text-sm">
          <Link className="link" href={hrefOfAll}>
            Show all {atRisk.length} analysts who need attention
          </Link>
        </p>
      )}
      {snoozed.length === 0 ? null : (
        <details className="mt-4">
          <summary className="link cursor-pointer py-1 text-sm">Snoozed: {snoozed.length}</summary>
          <ul className="mt-2 divide-y divide-rule border-y border-rule">
            {snoozed.map((row) => (
              <Person key={row.userId} row={row} cohortId={cohortId} />
            ))}
          </ul>
        </details>
      )}
      <RiskThresholds />
    </>
  )
}

function Person({ row, cohortId }: { row: AtRiskRow; cohortId: string }) {
  const { userId, name, reasons, snooze } = row
  return (
    <li className="grid gap-x-8 py-3 sm:grid-cols-[13rem_minmax(0,1fr)]">
      <Link
        href={`/cohorts/${cohortId}/learners/${userId}`}
        className="link self-start py-1 font-semibold"
      >
        {name}
      </Link>
      <div className="min-w-0">
        <ul className="space-y-1">
          {reasons.map(({ kind, words }) => (
            <li key={`${kind} ${words}`} className="max-w-measure">
              {words}
            </li>
          ))}
        </ul>
        {snooze === null ? (
          <SnoozeForm cohortId={cohortId} userId={userId} name={name} />
        ) : (
          <>
            <p className="mt-2 max-w-measure text-label text-ink-2">
              Snoozed until {longDate(snooze.until)} by {snooze.byName}: {snooze.note}
            </p>
            <WakeForm cohortId={cohortId} userId={userId} name={name} />
          </>
        )}
      </div>
    </li>
  )
}
