import { FEWEST_ANSWERS } from '@/lib/cohort/item-analysis'
import { ITEM_RULES, LEECH_LAPSES } from '@/lib/cohort/item-findings'
import { percent, wholePercent } from '@/lib/kernel/percent'

/** What the columns are and when a question is marked. */
export function ItemRules() {
  return (
    <details className="mt-6 text-sm">
      <summary className="link inline-block cursor-pointer py-1">What the figures mean</summary>
      <dl className="mt-2 max-w-measure space-y-2 text-ink-2 [&_dt]:font-semibold [&_dt]:text-ink">
        <div>
          <dt>Met by, first try</dt>
          <dd>
            Analysts who answered it, and the share of them who knew it at the very first grade, a
            prompt inside a lesson included. Below {percent(ITEM_RULES.unlearntBelow)} it is marked
            “not learnt”: the lesson does not carry it.
          </dd>
        </div>
        <div>
          <dt>Tests, against prediction</dt>
          <dd>
            Reviews that tested it: the first of a study day once it has left the learning steps.
            Share recalled less the mean recall predicted for these same reviews, in points, with
            its 95 % interval. Marked “forgotten” when the whole interval lies below{' '}
            {wholePercent(ITEM_RULES.forgottenBy).toString().replace('-', '−')}.
          </dd>
        </div>
        <div>
          <dt>Discrimination</dt>
          <dd>
            Correlation of the first try with the analyst’s first tries at all other questions, −1
            to 1. When its whole 95 % interval lies below {ITEM_RULES.tellsFrom} it “does not tell”
            who knows the rest: often a prompt that can be read two ways, or an answer that can be
            guessed.
          </dd>
        </div>
        <div>
          <dt>Leeches</dt>
          <dd>
            Analysts who forgot it {LEECH_LAPSES} times or more; marked from{' '}
            {percent(ITEM_RULES.leechShare)} of those who met it on, and {ITEM_RULES.leechLeast} at
            least.
          </dd>
        </div>
        <div>
          <dt>Too few</dt>
          <dd>Below {FEWEST_ANSWERS} answers nothing is said.</dd>
        </div>
      </dl>
    </details>
  )
}
