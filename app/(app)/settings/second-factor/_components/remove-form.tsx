'use client'

import { ActionForm } from '@/app/_components/action-form'
import { CurrentPasswordField } from '@/app/_components/current-password-field'
import { SubmitButton } from '@/app/_components/submit-button'
import { remove } from '../actions'

export function RemoveForm() {
  return (
    <ActionForm action={remove}>
      {(state) => (
        <>
          <CurrentPasswordField state={state} />
          <SubmitButton kind="secondary" className="self-start">
            Remove the second factor
          </SubmitButton>
        </>
      )}
    </ActionForm>
  )
}
