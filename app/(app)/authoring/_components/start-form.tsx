'use client'

import { ActionForm } from '@/app/_components/action-form'
import { Field } from '@/app/_components/field'
import { SelectField } from '@/app/_components/select-field'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf, typedOr } from '@/app/_forms/form-state'
import { start } from '../actions'

/** `thing` and `id`: what its author goes on to edit. `courses`: those that new things can go into. */
export function StartForm({
  title = '',
  thing,
  id,
  courses = [],
}: {
  title?: string
  thing?: string
  id?: string
  courses?: readonly { readonly id: string; readonly title: string }[]
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
          {courses.length < 2 ? null : (
            <SelectField
              label="Course"
              name="course"
              hint="What is new in the draft goes into this course."
              defaultValue={typedOr(state, 'course', courses[0]?.id ?? '')}
            >
              {courses.map((course) => (
                <option key={course.id} value={course.id}>
                  {course.title}
                </option>
              ))}
            </SelectField>
          )}
          <SubmitButton className="self-start">Start a draft</SubmitButton>
        </>
      )}
    </ActionForm>
  )
}
