'use client'

import { ActionForm } from '@/app/_components/action-form'
import { SubmitButton } from '@/app/_components/submit-button'
import type { FormAction } from '@/app/_forms/form-state'

type Props = {
  action: FormAction<string>
  invitationId: string
  /** Tells people with a screen reader which of several buttons this is. */
  what: string
}

export function RevokeForm({ action, invitationId, what }: Props) {
  return (
    <ActionForm action={action} className="items-end">
      {() => (
        <>
          <input type="hidden" name="invitationId" value={invitationId} />
          <SubmitButton kind="danger" size="small" className="-my-[7px]">
            Revoke<span className="sr-only"> {what}</span>
          </SubmitButton>
        </>
      )}
    </ActionForm>
  )
}
