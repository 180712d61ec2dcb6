'use client'

import { ActionForm } from '@/app/_components/action-form'
import { AddressField } from '@/app/_components/address-field'
import { Notice } from '@/app/_components/notice'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf, typedOr } from '@/app/_forms/form-state'
import { askForLink } from '../actions'

/** Gives the same answer whether or not there is an account. */
export function ForgotForm() {
  return (
    <ActionForm action={askForLink}>
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
          <SubmitButton className="mt-1 w-full">Send a link</SubmitButton>
          {state.kind === 'done' ? (
            <Notice kind="done" title="Look into your mailbox">
              {state.value}
            </Notice>
          ) : null}
        </>
      )}
    </ActionForm>
  )
}
