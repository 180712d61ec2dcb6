'use client'

import { ActionForm } from '@/app/_components/action-form'
import { SubmitButton } from '@/app/_components/submit-button'
import { TextField } from '@/app/_components/text-field'
import { errorOf, typedOr } from '@/app/_forms/form-state'
import { retire } from '../actions'

type Props = { draftId: string; questionId: string }

export function RetireForm({ draftId, questionId }: Props) {
  return (
    <ActionForm action={retire}>
      {(state) => (
        <>
          <p className="text-sm text-ink-2">
            A retired question is asked no more. What people answered stays in their history.
          </p>
          <input type="hidden" name="draft" value={draftId} />
          <input type="hidden" name="question" value={questionId} />
          <TextField
            label="Reason"
            name="reason"
            rows={2}
            defaultValue={typedOr(state, 'reason', '')}
            error={errorOf(state, 'reason')}
          />
          <SubmitButton kind="secondary" className="self-start">
            Put its retirement into the draft
          </SubmitButton>
        </>
      )}
    </ActionForm>
  )
}
