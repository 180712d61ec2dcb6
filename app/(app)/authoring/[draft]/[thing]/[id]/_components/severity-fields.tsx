import { Field } from '@/app/_components/field'
import { SelectField } from '@/app/_components/select-field'
import { errorOf, type FormState, typedOr } from '@/app/_forms/form-state'
import type { Told } from '@/lib/authoring/raise-revision'

type Props = {
  told: Told
  /** What is in the form now changes what learners are asked. */
  wanted: boolean
  /** The answer that learners know now. */
  answer: string
  state: FormState<unknown>
  faultOf: (field: string) => string | undefined
}

/** What those are told who have learned the question. The program raises the revision itself. */
export function SeverityFields({ told, wanted, answer, state, faultOf }: Props) {
  return (
    <fieldset className="flex flex-col gap-5 border-t border-rule pt-5">
      <legend className="sr-only">The change</legend>
      <p className="text-sm text-ink-2">
        {wanted
          ? `People may have learned this question with the answer “${answer}”.`
          : 'Nothing that learners see is changed yet. If you change it, say here how much that matters.'}
      </p>
      <SelectField
        label="How much the change matters"
        name="severity"
        defaultValue={typedOr(state, 'severity', told.severity ?? '')}
        error={errorOf(state, 'severity') ?? faultOf('severity')}
      >
        <option value="">Choose</option>
        <option value="typo">A slip of the pen: nobody is told</option>
        <option value="wording">Other words, the same meaning: learners are told once</option>
        <option value="meaning">Another meaning: those who learned it learn it again</option>
      </SelectField>
      <Field
        label="Reason"
        name="note"
        hint="Learners read it, and so do the instructors."
        defaultValue={typedOr(state, 'note', told.note)}
        error={errorOf(state, 'note') ?? (wanted ? faultOf('note') : undefined)}
      />
    </fieldset>
  )
}
