import { SelectField } from '@/app/_components/select-field'
import { errorOf, type FormState, typedOr } from '@/app/_forms/form-state'

type Props = {
  state: FormState
  name: string
  analysts: readonly { readonly userId: string; readonly name: string }[]
}

/** Chooses one analyst; nobody is chosen at first. */
export function AnalystField({ state, name, analysts }: Props) {
  return (
    <SelectField
      label="Analyst"
      name={name}
      defaultValue={typedOr(state, name, '')}
      error={errorOf(state, name)}
    >
      <option value="">Choose an analyst</option>
      {analysts.map((analyst) => (
        <option key={analyst.userId} value={analyst.userId}>
          {analyst.name}
        </option>
      ))}
    </SelectField>
  )
}
