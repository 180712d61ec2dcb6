'use client'

import { ActionForm } from '@/app/_components/action-form'
import { Field } from '@/app/_components/field'
import { Notice } from '@/app/_components/notice'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf, typedOr } from '@/app/_forms/form-state'
import { count } from '@/lib/kernel/count'
import { CourseChoice } from '../../_components/course-choice'
import { archive, choose, removePerson, rename, reopen } from '../people/actions'

export function RenameForm({ cohortId, name }: { cohortId: string; name: string }) {
  return (
    <ActionForm action={rename}>
      {(state) => (
        <>
          <input type="hidden" name="cohort" value={cohortId} />
          <Field
            label="Name of the cohort"
            name="name"
            autoComplete="off"
            required
            defaultValue={typedOr(state, 'name', name)}
            error={errorOf(state, 'name')}
          />
          <SubmitButton kind="secondary" className="self-start">
            Rename
          </SubmitButton>
        </>
      )}
    </ActionForm>
  )
}

type CoursesProps = {
  cohortId: string
  courses: readonly { readonly id: string; readonly title: string }[]
  chosen: readonly string[]
}

/** Says first what it means when a course goes. */
export function CoursesForm({ cohortId, courses, chosen }: CoursesProps) {
  return (
    <ActionForm action={choose}>
      {(state) => (
        <>
          <input type="hidden" name="cohort" value={cohortId} />
          <p className="text-sm text-ink-2">
            Its analysts are asked the questions of these courses, and its figures and exams are
            about them. What somebody has learned of a course that you take away is kept: it is not
            asked and not counted meanwhile, and goes on as it was when the course comes back.
          </p>
          <CourseChoice
            key={chosen.join()}
            courses={courses}
            chosen={chosen.length === 0 ? null : chosen}
          />
          <SubmitButton kind="secondary" className="self-start">
            Change the courses
          </SubmitButton>
          {state.kind === 'done' ? <Notice kind="done">{state.value}</Notice> : null}
        </>
      )}
    </ActionForm>
  )
}

type ArchiveProps = {
  cohortId: string
  archived: boolean
  analysts: number
  invitations: number
}

/** Says first what an archived cohort stops. It can be opened again, so there is an undo and no dialog. */
export function ArchiveForm({ cohortId, archived, analysts, invitations }: ArchiveProps) {
  return (
    <ActionForm action={archived ? reopen : archive} className="mt-8">
      {() => (
        <>
          <input type="hidden" name="cohort" value={cohortId} />
          <p className="text-sm text-ink-2">
            {archived
              ? 'This cohort is archived. It can be read, but not changed.'
              : `An archived cohort can be read, but not changed. Its assignments are paused for ${count(analysts, 'analyst')}, whose schedules continue, and ${count(invitations, 'open invitation')} cannot be used.`}
          </p>
          <SubmitButton kind="secondary" className="self-start">
            {archived ? 'Reopen the cohort' : 'Archive the cohort'}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  )
}

type PersonProps = { cohortId: string; userId: string; label: string; what: string }

/** Removes an instructor or an analyst from the cohort. */
export function RemoveForm({ cohortId, userId, label, what }: PersonProps) {
  return (
    <ActionForm action={removePerson}>
      {() => (
        <>
          <input type="hidden" name="cohort" value={cohortId} />
          <input type="hidden" name="person" value={userId} />
          <SubmitButton size="small" kind="danger" className="self-start">
            {label}
            <span className="sr-only"> {what}</span>
          </SubmitButton>
        </>
      )}
    </ActionForm>
  )
}
