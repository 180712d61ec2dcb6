'use client'

import { ActionForm } from '@/app/_components/action-form'
import { Field } from '@/app/_components/field'
import { Notice } from '@/app/_components/notice'
import { SelectField } from '@/app/_components/select-field'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf, typedOr } from '@/app/_forms/form-state'
import { AnalystField } from '@/app/(app)/cohorts/[id]/_components/analyst-field'
import { allowMore } from '../[exam]/actions'
import { accommodateAnalyst } from '../actions'

type Props = {
  cohortId: string
  /** Null for every exam of the cohort. */
  examId: string | null
  analysts: readonly { readonly userId: string; readonly name: string }[]
}

/** Gives one analyst more time, and at one exam more attempts. */
export function ExtraForm({ cohortId, examId, analysts }: Props) {
  return (
    <ActionForm action={examId === null ? accommodateAnalyst : allowMore}>
      {(state) => (
        <>
          <input type="hidden" name="cohort" value={cohortId} />
          {examId === null ? null : <input type="hidden" name="exam" value={examId} />}
          <AnalystField state={state} name="person" analysts={analysts} />
          <div className="grid gap-4 sm:grid-cols-2">
            <Field
              label="More time"
              name="amount"
              inputMode="numeric"
              defaultValue={typedOr(state, 'amount', '0')}
              error={errorOf(state, 'amount')}
            />
            <SelectField label="In" name="unit" defaultValue={typedOr(state, 'unit', 'minutes')}>
              <option value="minutes">minutes</option>
              <option value="percent">percent of the time</option>
            </SelectField>
          </div>
          {examId === null ? null : (
            <Field
              label="More attempts"
              name="attempts"
              inputMode="numeric"
              defaultValue={typedOr(state, 'attempts', '0')}
              error={errorOf(state, 'attempts')}
              hint="The exam must be open. An attempt that you give now can be started at once, without the days of waiting."
            />
          )}
          <Field
            label="Reason"
            name="reason"
            maxLength={500}
            defaultValue={typedOr(state, 'reason', '')}
            error={errorOf(state, 'reason')}
            hint="The other instructors and the administrators can read it. The analyst does not see it."
          />
          <SubmitButton kind="secondary" className="self-start">
            Give this to the analyst
          </SubmitButton>
          {state.kind === 'done' ? <Notice kind="done">{state.value}</Notice> : null}
        </>
      )}
    </ActionForm>
  )
}
