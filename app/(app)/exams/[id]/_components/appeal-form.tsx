'use client'

import { ActionForm } from '@/app/_components/action-form'
import { controlClass } from '@/app/_components/control-class'
import { FieldFrame } from '@/app/_components/field-frame'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf, typedOr } from '@/app/_forms/form-state'
import { appeal } from '../actions'

/** Asks the instructors to count one answer as correct. */
export function AppealForm({ attemptId, position }: { attemptId: string; position: number }) {
  const id = `appeal-${attemptId}-${position}`
  return (
    <ActionForm action={appeal} className="mt-3 gap-3">
      {(state) => (
        <>
          <input type="hidden" name="attempt" value={attemptId} />
          <input type="hidden" name="position" value={position} />
          <FieldFrame
            id={id}
            label={`Why is your answer to question ${position + 1} correct?`}
            error={errorOf(state, 'reason')}
          >
            <textarea
              id={id}
              name="reason"
              rows={2}
              maxLength={500}
              required
              aria-invalid={errorOf(state, 'reason') ? true : undefined}
              defaultValue={typedOr(state, 'reason', '')}
              className={`${controlClass} bg-sheet py-2`}
            />
          </FieldFrame>
          <SubmitButton kind="secondary" size="small" className="self-start">
            Appeal<span className="sr-only"> question {position + 1}</span>
          </SubmitButton>
        </>
      )}
    </ActionForm>
  )
}
