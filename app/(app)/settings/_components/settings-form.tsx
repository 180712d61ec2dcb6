'use client'

import type { ReactNode } from 'react'
import { ActionForm } from '@/app/_components/action-form'
import { Field } from '@/app/_components/field'
import { Notice } from '@/app/_components/notice'
import { SelectField } from '@/app/_components/select-field'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf, typedOr } from '@/app/_forms/form-state'
import type { DayClock } from '@/lib/kernel/study-day'
import { save } from '../actions'

const hours = Array.from({ length: 24 }, (_, hour) => String(hour))

/** `zoneOptions`: rendered on the server, so that 400 names are not sent as script. */
export function SettingsForm({
  now,
  zoneOptions,
}: {
  now: DayClock & { readonly name: string }
  zoneOptions: ReactNode
}) {
  return (
    <ActionForm action={save}>
      {(state) => (
        <>
          <Field
            label="Name"
            name="name"
            autoComplete="name"
            required
            defaultValue={typedOr(state, 'name', now.name)}
            error={errorOf(state, 'name')}
          />
          <SelectField
            label="Time zone"
            name="zone"
            defaultValue={typedOr(state, 'zone', now.zone)}
            error={errorOf(state, 'zone')}
          >
            {zoneOptions}
          </SelectField>
          <SelectField
            label="A new day begins at"
            name="rolloverHour"
            defaultValue={typedOr(state, 'rolloverHour', String(now.rolloverHour))}
            error={errorOf(state, 'rolloverHour')}
            hint="Answers before this hour still count for the previous day."
          >
            {hours.map((hour) => (
              <option key={hour} value={hour}>
                {hour.padStart(2, '0')}:00
              </option>
            ))}
          </SelectField>
          <SubmitButton className="self-start">Save</SubmitButton>
          {state.kind === 'done' ? <Notice kind="done">{state.value}</Notice> : null}
        </>
      )}
    </ActionForm>
  )
}
