'use client'

import { ActionForm } from '@/app/_components/action-form'
import { Field } from '@/app/_components/field'
import { SelectField } from '@/app/_components/select-field'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf, typedOr } from '@/app/_forms/form-state'
import { snooze, wake } from '../actions'

type Person = { cohortId: string; userId: string; name: string }

/** Hides a flag for some days, with a note. The form is folded until it is opened. */
export function SnoozeForm({ cohortId, userId, name }: Person) {
  return (
    <details className="mt-2">
      <summary className="link inline-block cursor-pointer py-1 text-sm">
        Snooze<span className="sr-only"> {name}</span>
      </summary>
      <ActionForm action={snooze} className="mt-3 max-w-md border-l-2 border-rule pl-4">
        {(state) => (
          <>
            <input type="hidden" name="cohort" value={cohortId} />
            <input type="hidden" name="learner" value={userId} />
            <SelectField
              label="Snooze for"
              name="days"
              defaultValue={typedOr(state, 'days', '7')}
              error={errorOf(state, 'days')}
            >
              <option value="3">3 days</option>
              <option value="7">7 days</option>
              <option value="14">14 days</option>
              <option value="28">28 days</option>
            </SelectField>
            <Field
              label="Note"
              name="note"
              required
              maxLength={1000}
              defaultValue={typedOr(state, 'note', '')}
              error={errorOf(state, 'note')}
              hint="Write what was agreed. The other instructors can read it."
            />
            <SubmitButton size="small" kind="secondary" className="self-start">
              Snooze
            </SubmitButton>
          </>
        )}
      </ActionForm>
    </details>
  )
}

export function WakeForm({ cohortId, userId, name }: Person) {
  return (
    <ActionForm action={wake} className="mt-2">
      {() => (
        <>
          <input type="hidden" name="cohort" value={cohortId} />
          <input type="hidden" name="learner" value={userId} />
          <SubmitButton size="small" kind="secondary" className="self-start">
            Show again<span className="sr-only"> {name}</span>
          </SubmitButton>
        </>
      )}
    </ActionForm>
  )
}
