'use client'

import { ActionForm } from '@/app/_components/action-form'
import { Notice } from '@/app/_components/notice'
import { SelectField } from '@/app/_components/select-field'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf, typedOr } from '@/app/_forms/form-state'
import { enrol } from '../actions'

type Props = { userId: string; cohorts: readonly { id: string; name: string }[] }

/** Adds the person to a cohort as an analyst, at once. */
export function EnrolForm({ userId, cohorts }: Props) {
  return (
    <ActionForm action={enrol}>
      {(state) => (
        <>
          <input type="hidden" name="person" value={userId} />
          <SelectField
            label="Add to a cohort as an analyst"
            name="cohort"
            defaultValue={typedOr(state, 'cohort', '')}
            error={errorOf(state, 'cohort')}
            hint="At once and without asking. The person is told, and the instructors of the cohort then see what they learned before."
          >
            <option value="">Choose a cohort</option>
            {cohorts.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
          <SubmitButton kind="secondary" className="self-start">
            Add
          </SubmitButton>
          {state.kind === 'done' ? <Notice kind="done">{state.value}</Notice> : null}
        </>
      )}
    </ActionForm>
  )
}
