'use client'

import { ActionForm } from '@/app/_components/action-form'
import { SubmitButton } from '@/app/_components/submit-button'
import { disable, enable } from '../actions'

export function AccessForm({ userId, disabled }: { userId: string; disabled: boolean }) {
  return (
    // The key gives each action a form with a state of its own.
    <ActionForm key={String(disabled)} action={disabled ? enable : disable}>
      {() => (
        <>
          <input type="hidden" name="person" value={userId} />
          <SubmitButton kind="secondary" className="self-start">
            {disabled ? 'Enable this account' : 'Disable this account'}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  )
}
