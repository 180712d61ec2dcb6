'use client'

import { ActionForm } from '@/app/_components/action-form'
import { SubmitButton } from '@/app/_components/submit-button'
import { TextField } from '@/app/_components/text-field'
import { errorOf, typedOr } from '@/app/_forms/form-state'
import { appeal } from '../actions'

/** Asks the instructors to count one answer as correct. */
export function AppealForm({ attemptId, position }: { attemptId: string; position: number }) {
  return (
    <ActionForm action={appeal} className="mt-3 gap-3">
      {(state) => (
        <>
          <input type="hidden" name="attempt" value={attemptId} />
          <input type="hidden" name="position" value={position} />
          <TextField
            label={`Why is your answer to question ${position + 1} correct?`}
            name="reason"
            rows={2}
            maxLength={500}
            required
            defaultValue={typedOr(state, 'reason', '')}
            error={errorOf(state, 'reason')}
          />
          <SubmitButton kind="secondary" size="small" className="self-start">
            Appeal<span className="sr-only"> question {position + 1}</span>
          </SubmitButton>
        </>
      )}
    </ActionForm>
  )
}
