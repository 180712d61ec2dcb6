'use client'

import { ActionForm } from '@/app/_components/action-form'
import { CurrentPasswordField } from '@/app/_components/current-password-field'
import { Field } from '@/app/_components/field'
import { Notice } from '@/app/_components/notice'
import { SubmitButton } from '@/app/_components/submit-button'
import { UsernameField } from '@/app/_components/username-field'
import { errorOf } from '@/app/_forms/form-state'
import { setPassword } from '../actions'

export function PasswordForm({ email, minLength }: { email: string; minLength: number }) {
  return (
    <ActionForm action={setPassword}>
      {(state) => (
        <>
          <UsernameField email={email} />
          <CurrentPasswordField state={state} />
          <Field
            label="New password"
            name="newPassword"
            type="password"
            autoComplete="new-password"
            required
            minLength={minLength}
            error={errorOf(state, 'newPassword')}
            hint={`At least ${minLength} characters.`}
          />
          <SubmitButton className="self-start">Change password</SubmitButton>
          {state.kind === 'done' ? <Notice kind="done">{state.value}</Notice> : null}
        </>
      )}
    </ActionForm>
  )
}
