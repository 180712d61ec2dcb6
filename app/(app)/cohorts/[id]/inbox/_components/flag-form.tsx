'use client'

import { ActionForm } from '@/app/_components/action-form'
import { SelectField } from '@/app/_components/select-field'
import { SubmitButton } from '@/app/_components/submit-button'
import { TextField } from '@/app/_components/text-field'
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
  return (
    <ActionForm action={answer} className="mt-3 max-w-xl gap-4">
      {(state) => (
        <>
          <input type="hidden" name="cohort" value={cohortId} />
          <input type="hidden" name="flag" value={flagId} />
          <TextField
            label={`Reply to ${by}`}
            name="reply"
            rows={2}
            maxLength={2000}
            defaultValue={typedOr(state, 'reply', '')}
            error={errorOf(state, 'reply')}
          />
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
