'use client'

import { ActionForm } from '@/app/_components/action-form'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf } from '@/app/_forms/form-state'
import { CodeField } from '@/app/_second-factor/set-up-forms'
import { enterCode } from '../actions'

export function CodeForm({ next }: { next: string }) {
  return (
    <ActionForm action={enterCode}>
      {(state) => (
        <>
          <CodeField
            error={errorOf(state, 'code')}
            hint="The six digits that the app shows, or one of your recovery codes."
          />
          <input type="hidden" name="next" value={next} />
          <SubmitButton className="mt-1 w-full">Sign in</SubmitButton>
        </>
      )}
    </ActionForm>
  )
}
