import { Field } from '@/app/_components/field'
import { type FormState, typedOr } from '@/app/_forms/form-state'
import { inputName } from './field-name'

/** The id of something new. */
export function IdField<Done>({ state }: { state: FormState<Done> }) {
  return (
    <Field
      label="Id"
      name={inputName('id')}
      hint="What files and addresses call it. Leave it empty to have one made."
      defaultValue={typedOr(state, inputName('id'), '')}
    />
  )
}
