'use client'

import { ActionForm } from '@/app/_components/action-form'
import { Notice } from '@/app/_components/notice'
import { SelectField } from '@/app/_components/select-field'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf, typedOr } from '@/app/_forms/form-state'
import { DEPTH_HINTS, DEPTH_NAMES } from '@/app/(app)/_components/depth-words'
import { REACHES, type Reach } from '@/lib/course/reach'
import { chooseDepth } from '../actions'

/** Chooses how much of the course new questions come from. */
export function DepthForm({ own }: { own: Reach }) {
  return (
    <ActionForm action={chooseDepth} className="gap-3">
      {(state) => (
        <>
          <SelectField
            label="New questions"
            hint="Those of the core come first."
            name="reach"
            defaultValue={typedOr(state, 'reach', own)}
            error={errorOf(state, 'reach')}
          >
            {REACHES.map((reach) => (
              <option key={reach} value={reach}>
                {DEPTH_NAMES[reach]}: {DEPTH_HINTS[reach]}
              </option>
            ))}
          </SelectField>
          <SubmitButton kind="secondary" className="self-start">
            Change
          </SubmitButton>
          {state.kind === 'done' ? <Notice kind="done">{state.value}</Notice> : null}
        </>
      )}
    </ActionForm>
  )
}

/** One press when the core has begun. */
export function GoOnForm() {
  return (
    <ActionForm action={chooseDepth} className="gap-3">
      {() => (
        <>
          <input type="hidden" name="reach" value="full" />
          <SubmitButton className="self-start">Go on to full</SubmitButton>
        </>
      )}
    </ActionForm>
  )
}
