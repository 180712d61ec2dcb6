'use client'

import { ActionForm } from '@/app/_components/action-form'
import { ConfirmAct } from '@/app/_components/confirm-act'
import { Field } from '@/app/_components/field'
import { Notice } from '@/app/_components/notice'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf, typedOr } from '@/app/_forms/form-state'
import { AnalystField } from '@/app/(app)/cohorts/[id]/_components/analyst-field'
import { count } from '@/lib/kernel/count'
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
          <AnalystField state={state} name="learner" analysts={learners} />
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
    <ConfirmAct
      action={cancelExtension}
      fields={{ cohort: cohortId, assignment: assignmentId, learner: userId }}
      kind="quiet"
      label="Cancel"
      of={`the extension of ${name}`}
      title={`Cancel the extension of ${name}?`}
      confirm="Cancel the extension"
    >
      <p>
        The due date that applies to the others applies to {name} again. The reason for the
        extension is deleted and does not come back.
      </p>
    </ConfirmAct>
  )
}

type DropProps = {
  cohortId: string
  assignmentId: string
  people: number
  reached: number
  extensions: number
}

export function DropForm({ cohortId, assignmentId, people, reached, extensions }: DropProps) {
  return (
    <ConfirmAct
      action={dropAssignment}
      fields={{ cohort: cohortId, assignment: assignmentId }}
      label="Delete the assignment"
      className="mt-6 -ml-3 self-start"
      title="Delete this assignment?"
      confirm="Delete the assignment"
    >
      <p>
        {count(people, 'analyst has', 'analysts have')} it, and {reached} of them{' '}
        {reached === 1 ? 'has' : 'have'} reached its target today. It is deleted for all, with{' '}
        {count(extensions, 'extension')}, and does not come back. Cards and answers are kept.
      </p>
    </ConfirmAct>
  )
}
