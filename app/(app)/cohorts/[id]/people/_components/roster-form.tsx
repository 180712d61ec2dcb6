'use client'

import { type ChangeEvent, useState } from 'react'
import { ActionForm } from '@/app/_components/action-form'
import { Field } from '@/app/_components/field'
import { SubmitButton } from '@/app/_components/submit-button'
import { TextField } from '@/app/_components/text-field'
import { errorOf, type FormState } from '@/app/_forms/form-state'
import { ENCODINGS } from '@/lib/interop/roster/encodings'
import { inviteRoster } from '../actions'
import { InvitedList } from './invited-list'
import { MailedList } from './mailed-list'
import { RosterChoice } from './roster-choice'
import { RosterPreview } from './roster-preview'
import type { RosterState } from './roster-state'
import { useRoster } from './use-roster'

/** Invites many people at once. The lines are checked and shown first. */
export function RosterForm({ cohortId, canMail }: { cohortId: string; canMail: boolean }) {
  return (
    <ActionForm action={inviteRoster}>
      {(state, pending) =>
        state.kind === 'done' && state.value.step === 'invited' ? (
          <InvitedList {...state.value} />
        ) : state.kind === 'done' && state.value.step === 'mailed' ? (
          <MailedList {...state.value} />
        ) : (
          <RosterFields cohortId={cohortId} canMail={canMail} state={state} pending={pending} />
        )
      }
    </ActionForm>
  )
}

type Props = {
  cohortId: string
  /** Whether this installation can send mail. */
  canMail: boolean
  state: FormState<RosterState>
  pending: boolean
}

function RosterFields({ cohortId, canMail, state, pending }: Props) {
  // Nobody is invited by a preview of something else: a change after it asks for a new one.
  const [changedAt, setChangedAt] = useState<FormState<RosterState> | null>(null)
  const roster = useRoster(() => setChangedAt(state))
  const checked = state.kind === 'done' && state.value.step === 'checked' ? state.value : null
  return (
    <>
      <input type="hidden" name="cohort" value={cohortId} />
      <input type="hidden" name="separator" value={roster.separator} />
      <input type="hidden" name="columns" value={roster.columns?.join(' ') ?? ''} />
      <TextField
        label="People"
        name="text"
        rows={6}
        hint="One person per line, with name and e-mail address: from a spreadsheet, or as mail programs write addresses."
        value={roster.text}
        onChange={(event: ChangeEvent<HTMLTextAreaElement>) => roster.type(event.target.value)}
        readOnly={pending}
        spellCheck={false}
        error={errorOf(state, 'text')}
        className="font-mono text-sm"
      />
      <noscript>
        <p className="text-label text-ink-2">
          Choosing a file needs JavaScript, which is switched off in this browser. Paste its lines
          above instead.
        </p>
      </noscript>
      <div className="noscript:hidden">
        <Field
          label="Or choose a CSV file"
          // Not of this form: the browser reads the file, and only its text is sent.
          form="none"
          name="file"
          ref={roster.input}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          disabled={pending}
          onChange={(event) => void roster.open(event.target.files?.[0])}
          error={roster.fileError}
        />
      </div>
      {roster.file === null ? null : (
        <RosterChoice
          label={`Encoding of ${roster.file.name}`}
          value={roster.file.encoding}
          options={ENCODINGS}
          disabled={pending}
          onChoose={roster.readAs}
          hint={
            roster.file.sure
              ? undefined
              : 'The file does not say its encoding, so this is a guess. If letters in the names are wrong, choose another.'
          }
        />
      )}
      {checked === null ? (
        <CheckButton label="Check the lines" roster={roster} />
      ) : (
        <RosterPreview
          checked={checked}
          columns={roster.columns ?? checked.reading.columns}
          separator={roster.separator || checked.reading.separator}
          changed={changedAt === state}
          pending={pending}
          canMail={canMail}
          again={<CheckButton label="Check again" roster={roster} />}
          onSeparator={roster.divideBy}
          onColumns={roster.choose}
        />
      )}
    </>
  )
}

/** Sends nothing while the chosen file cannot be read, and leads to the reason. */
function CheckButton({ label, roster }: { label: string; roster: ReturnType<typeof useRoster> }) {
  return (
    <SubmitButton
      name="step"
      value="check"
      kind="secondary"
      className="self-start"
      onClick={(event) => {
        if (roster.fileError === undefined) return
        event.preventDefault()
        roster.input.current?.focus()
      }}
    >
      {label}
    </SubmitButton>
  )
}
