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
          the day they joined, in their own time zone. Sign-ins do not count. The pace is that of
          the last 14 days and of today so far. For somebody who joined or came back from an absence
          since then, it is that of the days since, and of 3 days at least.
        </p>
        <ul className="list-disc space-y-1 pl-5">
          <li>
            Too much due: at least {r.overloadLeast} reviews are due, which is {r.overloadDays} or
            more days of work at the present pace. On {r.idleDays} or more of the days of this pace
            no review was done although reviews were due.
          </li>
          <li>
            Fading: at least {r.fadingLeast} questions are due, and the predicted recall of these is
            below {percent(r.fadingBelow)} and at least {wholePercent(r.fadingBy)} points lower than
            a week ago. At the present pace they take {r.overloadDays} or more days.
          </li>
          <li>
            Deadline ahead: an assignment is due within {r.aheadDays} days and, at the present pace,
            will miss its target by more than {wholePercent(r.slack)} points. In the first{' '}
            {r.newcomerDays} days after joining, this counts only if the plan itself misses it.
          </li>
          <li>
            Deadline missed: an assignment was due in the last {r.pastDays} days, and readiness
            today is more than {wholePercent(r.slack)} points below its target. What was due before
            the analyst joined does not count.
          </li>
          <li>
            Not started: the analyst joined at least {r.notStartedDays} days ago and has not
            answered a question.
          </li>
        </ul>
      </div>
    </details>
  )
}
