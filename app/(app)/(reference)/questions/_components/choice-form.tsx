import { Button } from '@/app/_components/button'
import { Field } from '@/app/_components/field'
import { HiddenFields } from '@/app/_components/hidden-fields'
import { SelectField } from '@/app/_components/select-field'
import { count } from '@/lib/kernel/count'
import { BULK_KINDS } from '@/lib/review/bulk-act'
import { filterValues } from '@/lib/review/question-filter'
import type { QuestionsView } from '@/lib/server/study/load-questions'
import type { Asked } from './asked-of'
import { QuestionTable } from './question-table'
import { ACT_NAMES } from './question-words'

type Props = {
  asked: Asked
  view: QuestionsView
  /** `YYYY-MM-DD`: the first and the last day that may be chosen. */
  days: { readonly first: string; readonly last: string }
}

const FORM = 'questions'

/** Choosing changes nothing: it leads to a page that says in numbers what would happen. */
export function ChoiceForm({ asked, view: { rows, ids }, days }: Props) {
  return (
    <form id={FORM} method="get">
      <HiddenFields
        fields={{ ...filterValues(asked.filter), sort: asked.sort, page: asked.page }}
      />
      <QuestionTable rows={rows} form={FORM} />
      <fieldset className="mt-8 border-t border-rule-ink pt-4">
        <legend className="float-left mb-4 w-full font-serif text-xl font-semibold">
          With many questions at once
        </legend>
        <div className="grid items-end gap-x-5 gap-y-4 clear-both sm:grid-cols-3">
          <SelectField label="With" name="of" defaultValue="chosen">
            <option value="chosen">The questions chosen above</option>
            <option value="all">All {count(ids.length, 'question')} that the filter finds</option>
          </SelectField>
          <SelectField label="Do" name="act" defaultValue="bury">
            {BULK_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {ACT_NAMES[kind]}
              </option>
            ))}
          </SelectField>
          <Field
            label="Day (only to set the due day)"
            name="day"
            type="date"
            min={days.first}
            max={days.last}
          />
        </div>
        <div className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-2">
          <Button type="submit" kind="secondary">
            Go on
          </Button>
          <p className="text-sm text-ink-2">
            The next page says what would happen. Nothing changes before that.
          </p>
        </div>
      </fieldset>
    </form>
  )
}
