'use client'

import { ActionForm } from '@/app/_components/action-form'
import { Field } from '@/app/_components/field'
import { Notice } from '@/app/_components/notice'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf, typedOr } from '@/app/_forms/form-state'
import { studyMore } from '../actions'

export function MoreForm() {
  return (
    <ActionForm action={studyMore} className="max-w-measure">
      {(state) => (
        <>
          <div className="grid gap-5 sm:grid-cols-2">
            <Field
              label="More new questions today"
              name="new"
              type="number"
              inputMode="numeric"
              min={0}
              max={500}
              required
              defaultValue={typedOr(state, 'new', '10')}
              error={errorOf(state, 'new')}
            />
            <Field
              label="More reviews today"
              name="reviews"
              type="number"
              inputMode="numeric"
              min={0}
              max={5000}
              required
              defaultValue={typedOr(state, 'reviews', '0')}
              error={errorOf(state, 'reviews')}
            />
          </div>
          <SubmitButton kind="secondary" className="self-start">
            Raise today’s limits
          </SubmitButton>
          {state.kind === 'done' ? <Notice kind="done">{state.value}</Notice> : null}
        </>
      )}
    </ActionForm>
  )
}
