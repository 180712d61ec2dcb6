'use client'

import { ActionForm } from '@/app/_components/action-form'
import { Field } from '@/app/_components/field'
import { SubmitButton } from '@/app/_components/submit-button'
import { TextField } from '@/app/_components/text-field'
import { errorOf, typedOr } from '@/app/_forms/form-state'
import { beginCourse } from '../actions'

/** A course that has nothing in it yet, in a draft of its own. */
export function CourseForm() {
  return (
    <ActionForm action={beginCourse}>
      {(state) => (
        <>
          <Field
            label="Title of the course"
            name="title"
            maxLength={100}
            defaultValue={typedOr(state, 'title', '')}
            error={errorOf(state, 'title')}
          />
          <TextField
            label="What it is about"
            name="summary"
            rows={3}
            defaultValue={typedOr(state, 'summary', '')}
            error={errorOf(state, 'summary')}
          />
          <Field
            label="Id"
            name="id"
            hint="What files and addresses call it. Leave it empty to have one made."
            defaultValue={typedOr(state, 'id', '')}
          />
          <SubmitButton className="self-start">Begin the course</SubmitButton>
        </>
      )}
    </ActionForm>
  )
}
