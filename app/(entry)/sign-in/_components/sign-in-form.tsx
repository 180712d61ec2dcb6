'use client'

import { ActionForm } from '@/app/_components/action-form'
import { AddressField } from '@/app/_components/address-field'
import { Field } from '@/app/_components/field'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf, typedOr } from '@/app/_forms/form-state'
import { signIn } from '../actions'

export function SignInForm({ next }: { next: string }) {
  return (
    <ActionForm action={signIn}>
      {(state) => (
        <>
          <AddressField
            label="E-mail address"
            name="email"
            autoComplete="username"
            required
            defaultValue={typedOr(state, 'email', '')}
            error={errorOf(state, 'email')}
          />
          <Field
            label="Password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            error={errorOf(state, 'password')}
          />
          <input type="hidden" name="next" value={next} />
          <SubmitButton className="mt-1 w-full">Sign in</SubmitButton>
        </>
      )}
    </ActionForm>
  )
}
