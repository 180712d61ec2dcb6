import { errorOf, type FormState } from '../_forms/form-state'
import { Field } from './field'

type Props = { state: FormState<unknown>; label?: string }

/** Asks whoever is signed in for their password before something that a stranger at the desk must not do. */
export function CurrentPasswordField({ state, label = 'Current password' }: Props) {
  return (
    <Field
      label={label}
      name="currentPassword"
      type="password"
      autoComplete="current-password"
      required
      error={errorOf(state, 'currentPassword')}
    />
  )
}
