'use client'

import { ActionForm } from '@/app/_components/action-form'
import { Field } from '@/app/_components/field'
import { Notice } from '@/app/_components/notice'
import { SelectField } from '@/app/_components/select-field'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf, typedOr } from '@/app/_forms/form-state'
import { cancelExtension, dropAssignment, extend } from '../actions'

type Props = {
  cohortId: string
  assignmentId: string
  learners: readonly { readonly userId: string; readonly name: string }[]
}

/** Moves the due date for one analyst. */
export function ExtensionForm({ cohortId, assignmentId, learners }: Props) {
  return (
    <ActionForm action={extend}>
      {(state) => (
        <>
          <input type="hidden" name="cohort" value={cohortId} />
          <input type="hidden" name="assignment" value={assignmentId} />
          <SelectField
            label="Analyst"
            name="learner"
            defaultValue={typedOr(state, 'learner', '')}
            error={errorOf(state, 'learner')}
          >
            <option value="">Choose an analyst</option>
            {learners.map(({ userId, name }) => (
              <option key={userId} value={userId}>
                {name}
              </option>
            ))}
          </SelectField>
          <Field
            label="New due date"
            name="on"
            type="date"
            defaultValue={typedOr(state, 'on', '')}
            error={errorOf(state, 'on')}
          />
          <Field
            label="Reason"
            name="note"
            maxLength={1000}
            defaultValue={typedOr(state, 'note', '')}
            error={errorOf(state, 'note')}
            hint="The other instructors can read it."
          />
          <SubmitButton kind="secondary" className="self-start">
            Extend
          </SubmitButton>
          {state.kind === 'done' ? <Notice kind="done">{state.value}</Notice> : null}
        </>
      )}
    </ActionForm>
  )
}

type CancelExtensionProps = { cohortId: string; assignmentId: string; userId: string; name: string }

export function CancelExtensionForm({
  cohortId,
  assignmentId,
  userId,
  name,
}: CancelExtensionProps) {
  return (
    <ActionForm action={cancelExtension}>
      {() => (
        <>
          <input type="hidden" name="cohort" value={cohortId} />
          <input type="hidden" name="assignment" value={assignmentId} />
          <input type="hidden" name="learner" value={userId} />
          <SubmitButton size="small" kind="quiet" className="self-start">
            Cancel<span className="sr-only"> the extension of {name}</span>
          </SubmitButton>
        </>
      )}
    </ActionForm>
  )
}

export function DropForm({ cohortId, assignmentId }: { cohortId: string; assignmentId: string }) {
  return (
    <ActionForm action={dropAssignment} className="mt-6">
      {() => (
        <>
          <input type="hidden" name="cohort" value={cohortId} />
          <input type="hidden" name="assignment" value={assignmentId} />
          <SubmitButton size="small" kind="danger" className="self-start">
            Delete the assignment
          </SubmitButton>
        </>
      )}
    </ActionForm>
  )
}
