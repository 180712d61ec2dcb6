'use client'

import { ActionForm } from '@/app/_components/action-form'
import { AddressField } from '@/app/_components/address-field'
import { Field } from '@/app/_components/field'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf, type FormAction } from '@/app/_forms/form-state'

type Props = { action: FormAction<never>; email: string; minLength: number }

export function NewPasswordForm({ action, email, minLength }: Props) {
  return (
    <ActionForm action={action}>
      {(state) => (
        <>
          {/* Also tells a password manager which account the new password belongs to. */}
          <AddressField
            label="E-mail address"
            name="email"
            autoComplete="username"
            readOnly
            value={email}
          />
          <Field
            label="New password"
            name="password"
            type="password"
            autoComplete="new-password"
            required
            minLength={minLength}
            error={errorOf(state, 'password')}
            hint={`At least ${minLength} characters. A few unrelated words make a good password.`}
          />
          <SubmitButton className="mt-1 w-full">Set the password</SubmitButton>
        </>
      )}
    </ActionForm>
  )
}
