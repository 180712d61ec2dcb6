'use client'

import { ActionForm } from '@/app/_components/action-form'
import { AddressField } from '@/app/_components/address-field'
import { CurrentPasswordField } from '@/app/_components/current-password-field'
import { Notice } from '@/app/_components/notice'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf, typedOr } from '@/app/_forms/form-state'
import { changeEmail } from '../actions'

export function EmailForm({ email }: { email: string }) {
  return (
    <ActionForm action={changeEmail}>
      {(state) => (
        <>
          <AddressField
            label="E-mail address"
            name="email"
            autoComplete="email"
            required
            defaultValue={typedOr(state, 'email', email)}
            error={errorOf(state, 'email')}
            hint="You sign in with it, and reminders are sent to it."
          />
          <CurrentPasswordField state={state} label="Your password" />
          <SubmitButton className="self-start">Change address</SubmitButton>
          {state.kind === 'done' ? <Notice kind="done">{state.value}</Notice> : null}
        </>
      )}
    </ActionForm>
  )
}
