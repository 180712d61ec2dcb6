'use client'

import { ActionForm } from '@/app/_components/action-form'
import { AddressField } from '@/app/_components/address-field'
import { Field } from '@/app/_components/field'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf, type FormAction, typedOr } from '@/app/_forms/form-state'
import { ZoneField } from './zone-field'

type Props = {
  action: FormAction<never>
  submitLabel: string
  minPasswordLength: number
  /** The invited person, if the invitation is for one. Their address cannot be changed then. */
  person?: { readonly name: string | null; readonly email: string | null }
}

/** Asks for the name, address and password of a new account. */
export function AccountForm({ action, submitLabel, minPasswordLength, person }: Props) {
  return (
    <ActionForm action={action}>
      {(state) => (
        <>
          <Field
            label="Name"
            name="name"
            autoComplete="name"
            required
            defaultValue={typedOr(state, 'name', person?.name ?? '')}
            error={errorOf(state, 'name')}
            hint="The name by which your instructors and colleagues know you."
          />
          <AddressField
            label="E-mail address"
            name="email"
            autoComplete="username"
            required
            readOnly={(person?.email ?? null) !== null}
            defaultValue={typedOr(state, 'email', person?.email ?? '')}
            error={errorOf(state, 'email')}
          />
          <Field
            label="Password"
            name="password"
            type="password"
            autoComplete="new-password"
            required
            minLength={minPasswordLength}
            error={errorOf(state, 'password')}
            hint={`At least ${minPasswordLength} characters. A few unrelated words make a good password.`}
          />
          <ZoneField />
          <SubmitButton className="mt-1 w-full">{submitLabel}</SubmitButton>
        </>
      )}
    </ActionForm>
  )
}
