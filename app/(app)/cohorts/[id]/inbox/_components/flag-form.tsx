'use client'

import { ActionForm } from '@/app/_components/action-form'
import { controlClass } from '@/app/_components/control-class'
import { FieldFrame } from '@/app/_components/field-frame'
import { SelectField } from '@/app/_components/select-field'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf, typedOr } from '@/app/_forms/form-state'
import { answer } from '../actions'

type Props = {
  cohortId: string
  flagId: string
  by: string
  solved: boolean
  mendedBy: number | null
  /** The corrections made since the flag was raised. */
  changes: readonly { readonly revision: number; readonly note: string }[]
}

/** Replies to the analyst, names a correction, and marks the flag as solved or open. */
export function FlagForm({ cohortId, flagId, by, solved, mendedBy, changes }: Props) {
  const id = `reply-${flagId}`
  return (
    <ActionForm action={answer} className="mt-3 max-w-xl gap-4">
      {(state) => (
        <>
          <input type="hidden" name="cohort" value={cohortId} />
          <input type="hidden" name="flag" value={flagId} />
          <FieldFrame id={id} label={`Reply to ${by}`} error={errorOf(state, 'reply')}>
            <textarea
              id={id}
              name="reply"
              rows={2}
              maxLength={2000}
              defaultValue={typedOr(state, 'reply', '')}
              className={`${controlClass} bg-sheet py-2`}
            />
          </FieldFrame>
          {changes.length === 0 ? null : (
            <SelectField label="Corrected by" name="mended" defaultValue={String(mendedBy ?? '')}>
              <option value="">No correction</option>
              {changes.map(({ revision, note }) => (
                <option key={revision} value={revision}>
                  Revision {revision}: {note}
                </option>
              ))}
            </SelectField>
          )}
          <div className="flex flex-wrap gap-3">
            <SubmitButton size="small" name="next" value={solved ? 'open' : 'solve'}>
              {solved ? 'Reopen the flag' : 'Reply and mark solved'}
            </SubmitButton>
            <SubmitButton
              size="small"
              kind="secondary"
              name="next"
              value={solved ? 'solve' : 'open'}
            >
              Send the reply
            </SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  )
}
