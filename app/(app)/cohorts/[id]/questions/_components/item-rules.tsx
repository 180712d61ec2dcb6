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
          <dt>Seen by, first try</dt>
          <dd>
            Analysts who answered it, and the share of them who knew it at the first answer,
            including a prompt inside a lesson. Below {percent(ITEM_RULES.unlearntBelow)} it is
            marked “not learned”: the lesson does not teach it well enough.
          </dd>
        </div>
        <div>
          <dt>Tests, compared with prediction</dt>
          <dd>
            Reviews that tested it: the first of a study day after the learning steps. The figure is
            the share recalled minus the mean predicted recall of these reviews, in percentage
            points, with its 95 % interval. It is marked “forgotten” when the whole interval is
            below {wholePercent(ITEM_RULES.forgottenBy).toString().replace('-', '−')}.
          </dd>
        </div>
        <div>
          <dt>Discrimination</dt>
          <dd>
            Correlation of the first try with the analyst’s first tries at all other questions, from
            −1 to 1. When its whole 95 % interval is below {ITEM_RULES.tellsFrom} it “does not
            discriminate” between analysts who know the rest and those who do not. Often the prompt
            can be read in two ways, or the answer can be guessed.
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
          <dd>Below {FEWEST_ANSWERS} answers no figure is shown.</dd>
        </div>
      </dl>
    </details>
  )
}
