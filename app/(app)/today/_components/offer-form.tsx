'use client'

import { ActionForm } from '@/app/_components/action-form'
import { SubmitButton } from '@/app/_components/submit-button'
import { answerOffer } from '../actions'

/** Accepts or declines an invitation to a cohort. The button that is pressed is the answer. */
export function OfferForm({ invitationId, cohort }: { invitationId: string; cohort: string }) {
  return (
    <ActionForm action={answerOffer}>
      {() => (
        <>
          <input type="hidden" name="invitation" value={invitationId} />
          <div className="flex flex-wrap gap-3">
            <SubmitButton size="small" name="answer" value="accept">
              Accept<span className="sr-only"> the invitation to {cohort}</span>
            </SubmitButton>
            <SubmitButton size="small" kind="secondary" name="answer" value="decline">
              Decline<span className="sr-only"> the invitation to {cohort}</span>
            </SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  )
}
