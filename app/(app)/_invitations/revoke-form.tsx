'use client'

import { ActionForm } from '@/app/_components/action-form'
import { SubmitButton } from '@/app/_components/submit-button'
import { revoke } from './actions'

/** `what` tells a screen reader which of several buttons this is. */
export function RevokeForm({ invitationId, what }: { invitationId: string; what: string }) {
  return (
    <ActionForm action={revoke} className="items-end">
      {() => (
        <>
          <input type="hidden" name="invitationId" value={invitationId} />
          <SubmitButton kind="danger" size="small" className="-my-[7px] -mr-3">
            Revoke<span className="sr-only"> {what}</span>
          </SubmitButton>
        </>
      )}
    </ActionForm>
  )
}
