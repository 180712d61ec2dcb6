'use client'

import { ActionForm } from '@/app/_components/action-form'
import { Field } from '@/app/_components/field'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf, typedOr } from '@/app/_forms/form-state'
import { start } from '../actions'

/** `thing` and `id`: what its author goes on to edit. */
export function StartForm({
  title = '',
  thing,
  id,
}: {
  title?: string
  thing?: string
  id?: string
}) {
  return (
    <ActionForm action={start}>
      {(state) => (
        <>
          <input type="hidden" name="thing" value={thing ?? ''} />
          <input type="hidden" name="id" value={id ?? ''} />
          <Field
            label="What it is about"
            name="title"
            maxLength={120}
            defaultValue={typedOr(state, 'title', title)}
            error={errorOf(state, 'title')}
          />
          <SubmitButton className="self-start">Start a draft</SubmitButton>
        </>
      )}
    </ActionForm>
  )
}
