'use client'

import { ActionForm } from '@/app/_components/action-form'
import { Field } from '@/app/_components/field'
import { HiddenFields } from '@/app/_components/hidden-fields'
import { SelectField } from '@/app/_components/select-field'
import { SubmitButton } from '@/app/_components/submit-button'
import { TextField } from '@/app/_components/text-field'
import { errorOf, typedOr } from '@/app/_forms/form-state'
import { count } from '@/lib/kernel/count'
import { extendChosen, messageChosen, moveChosen } from '../actions'

type Fields = { cohort: string; act: string; people: string; back: string }
type Common = { fields: Fields; people: number }

type Assignment = { id: string; title: string; due: string; extended: number }

export function ExtendForm({
  fields,
  people,
  assignments,
}: Common & { assignments: readonly Assignment[] }) {
  if (assignments.length === 0) {
    return (
      <p className="text-ink-2">Nothing is assigned to this cohort, so no due date can move.</p>
    )
  }
  return (
    <ActionForm action={extendChosen}>
      {(state) => (
        <>
          <HiddenFields fields={fields} />
          <SelectField
            label="Assignment"
            name="assignment"
            defaultValue={typedOr(state, 'assignment', assignments[0]?.id ?? '')}
            error={errorOf(state, 'assignment')}
            hint={`The new due date applies to ${count(people, 'analyst')} and replaces earlier extensions of it. Nobody else’s changes.`}
          >
            {assignments.map(({ id, title, due, extended }) => (
              <option key={id} value={id}>
                {title}, due {due}
                {extended === 0 ? '' : `: replaces ${count(extended, 'extension')}`}
              </option>
            ))}
          </SelectField>
          <Field
            label="New due date"
            name="on"
            type="date"
            required
            defaultValue={typedOr(state, 'on', '')}
            error={errorOf(state, 'on')}
          />
          <Field
            label="Reason"
            name="note"
            required
            maxLength={1000}
            defaultValue={typedOr(state, 'note', '')}
            error={errorOf(state, 'note')}
            hint="The other instructors can read it."
          />
          <SubmitButton className="self-start">Extend for {count(people, 'analyst')}</SubmitButton>
        </>
      )}
    </ActionForm>
  )
}

export function MessageForm({ fields, people }: Common) {
  return (
    <ActionForm action={messageChosen}>
      {(state) => (
        <>
          <HiddenFields fields={fields} />
          <Field
            label="Subject"
            name="title"
            required
            maxLength={120}
            defaultValue={typedOr(state, 'title', '')}
            error={errorOf(state, 'title')}
            hint="Your name stands before it."
          />
          <TextField
            label="Message"
            name="text"
            rows={5}
            required
            maxLength={2000}
            hint={`${count(people, 'analyst finds', 'analysts find')} it among their notifications in Steppe. No mail is sent, and nobody sees who else got it.`}
            defaultValue={typedOr(state, 'text', '')}
            error={errorOf(state, 'text')}
          />
          <SubmitButton className="self-start">Send to {count(people, 'analyst')}</SubmitButton>
        </>
      )}
    </ActionForm>
  )
}

type Cohort = { id: string; name: string; there: number }

export function MoveForm({ fields, people, cohorts }: Common & { cohorts: readonly Cohort[] }) {
  const [first] = cohorts
  if (first === undefined) {
    return (
      <p className="text-ink-2">
        You instruct no other cohort that is open, so there is none to move anybody to.
      </p>
    )
  }
  return (
    <ActionForm action={moveChosen}>
      {(state) => (
        <>
          <HiddenFields fields={fields} />
          <SelectField
            label="Move to"
            name="to"
            defaultValue={typedOr(state, 'to', first.id)}
            error={errorOf(state, 'to')}
            hint={`Cards, answers and joining dates of ${count(people, 'analyst')} move along. Notes, snoozes and extensions stay in this cohort, and its assignments no longer count for them.`}
          >
            {cohorts.map(({ id, name, there }) => (
              <option key={id} value={id}>
                {name}
                {there === 0 ? '' : `: ${there} of them there already`}
              </option>
            ))}
          </SelectField>
          <SubmitButton className="self-start">Move {count(people, 'analyst')}</SubmitButton>
        </>
      )}
    </ActionForm>
  )
}
