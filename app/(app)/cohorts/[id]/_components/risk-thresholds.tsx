import { RISK_RULES } from '@/lib/cohort/at-risk'
import { percent, wholePercent } from '@/lib/kernel/percent'

/** When a flag is raised: the rules themselves, in words. */
export function RiskThresholds() {
  const r = RISK_RULES
  return (
    <details className="mt-4 text-sm">
      <summary className="link inline-block cursor-pointer py-1">When a flag is raised</summary>
      <div className="mt-2 max-w-measure space-y-2 text-ink-2">
        <p>
          A flag needs days of it: one wrong answer or a day off raises none. Days are each
          analyst’s own, counted from the day they joined and in their time zone. Log-ins are not
          looked at.
        </p>
        <ul className="list-disc space-y-1 pl-5">
          <li>
            Too much due: {r.overloadLeast} reviews or more, as many as {r.overloadDays} days at the
            pace of the last 14, with nothing done on {r.idleDays} or more of these although
            something was due.
          </li>
          <li>
            Fading: of {r.fadingLeast} or more due questions fewer than {percent(r.fadingBelow)}{' '}
            would be recalled, at least {wholePercent(r.fadingBy)} points fewer than a week ago.
          </li>
          <li>
            A deadline ahead: an assignment due within {r.aheadDays} days will miss its target by
            more than {wholePercent(r.slack)} points if as much of the plan is kept as in the last
            14 days.
          </li>
          <li>
            A deadline missed: an assignment was due in the last {r.pastDays} days and its target is
            missed by more than {wholePercent(r.slack)} points today.
          </li>
          <li>Not begun: nothing answered {r.notBegunDays} days after joining.</li>
        </ul>
      </div>
    </details>
  )
}
