import { RISK_RULES } from '@/lib/cohort/at-risk'
import { percent, wholePercent } from '@/lib/kernel/percent'

/** The rules by which an analyst is flagged as at risk. */
export function RiskThresholds() {
  const r = RISK_RULES
  return (
    <details className="mt-4 text-sm">
      <summary className="link inline-block cursor-pointer py-1">How we decide</summary>
      <div className="mt-2 max-w-measure space-y-2 text-ink-2">
        <p>
          One wrong answer or a day off never raises a flag. Days are counted for each analyst from
          the day they joined, in their own time zone. Sign-ins do not count.
        </p>
        <ul className="list-disc space-y-1 pl-5">
          <li>
            Too much due: {r.overloadLeast} reviews or more, equal to at least {r.overloadDays} days
            of work at the pace of the last 14 days, and no review on {r.idleDays} or more of those
            days although reviews were due.
          </li>
          <li>
            Fading: of {r.fadingLeast} or more due questions, less than {percent(r.fadingBelow)}{' '}
            would be recalled, and at least {wholePercent(r.fadingBy)} points fewer than a week ago.
          </li>
          <li>
            Deadline ahead: an assignment is due within {r.aheadDays} days and will miss its target
            by more than {wholePercent(r.slack)} points at the pace of the last 14 days.
          </li>
          <li>
            Deadline missed: an assignment was due in the last {r.pastDays} days and its target is
            missed by more than {wholePercent(r.slack)} points today.
          </li>
          <li>Not started: no question was answered within {r.notBegunDays} days of joining.</li>
        </ul>
      </div>
    </details>
  )
}
