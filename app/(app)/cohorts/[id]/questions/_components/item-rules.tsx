import { FEWEST_ANSWERS } from '@/lib/cohort/item-analysis'
import { ITEM_RULES, LEECH_LAPSES } from '@/lib/cohort/item-findings'
import { percent, wholePercent } from '@/lib/kernel/percent'

/** Explains the columns, and says when a question is marked. */
export function ItemRules() {
  return (
    <details className="mt-6 text-sm">
      <summary className="link inline-block cursor-pointer py-1">What the figures mean</summary>
      <dl className="mt-2 max-w-measure space-y-2 text-ink-2 [&_dt]:font-semibold [&_dt]:text-ink">
        <div>
          <dt>Seen by, first try</dt>
          <dd>
            The analysts who answered the question, and the share of them who knew it at the first
            answer, recall prompts in lessons included. A question below{' '}
            {percent(ITEM_RULES.unlearntBelow)} is marked “not learned”: the lesson does not teach
            it well enough.
          </dd>
        </div>
        <div>
          <dt>Tests, compared with prediction</dt>
          <dd>
            A test is the first review of a study day, after the learning steps. The figure is the
            share recalled in these tests minus the mean predicted recall, in percentage points,
            with its 95 % interval. A question is marked “forgotten” when the whole interval is
            below {wholePercent(ITEM_RULES.forgottenBy).toString().replace('-', '−')}.
          </dd>
        </div>
        <div>
          <dt>Discrimination</dt>
          <dd>
            The correlation of the first try with the analysts’ first tries at all other questions,
            from −1 to 1. When its whole 95 % interval is below {ITEM_RULES.discriminatesFrom}, the
            question “does not discriminate” between analysts who know the rest and those who do
            not. Often the prompt can be read in two ways, or the answer can be guessed.
          </dd>
        </div>
        <div>
          <dt>Difficult for</dt>
          <dd>
            The number of analysts who forgot the question {LEECH_LAPSES} times or more. It is
            marked “difficult” when these are at least {percent(ITEM_RULES.leechShare)} of those who
            have seen it, and at least {ITEM_RULES.leechLeast} analysts.
          </dd>
        </div>
        <div>
          <dt>Too few</dt>
          <dd>No figure is shown for fewer than {FEWEST_ANSWERS} answers.</dd>
        </div>
      </dl>
    </details>
  )
}
