'use client'

import { ActionForm } from '@/app/_components/action-form'
import { Field } from '@/app/_components/field'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf, typedOr } from '@/app/_forms/form-state'
import { addCohort } from '../actions'
import { CourseChoice } from './course-choice'

type Props = { courses: readonly { readonly id: string; readonly title: string }[] }

export function CohortForm({ courses }: Props) {
  return (
    <ActionForm action={addCohort}>
      {(state) => (
        <>
          <Field
            label="Name"
            name="name"
            autoComplete="off"
            required
            defaultValue={typedOr(state, 'name', '')}
            error={errorOf(state, 'name')}
            hint="Analysts see this name in their invitation."
          />
          {courses.length < 2 ? null : <CourseChoice courses={courses} chosen={null} />}
          <SubmitButton className="self-start">Create the cohort</SubmitButton>
        </>
      )}
    </ActionForm>
  )
}
