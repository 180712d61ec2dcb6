'use client'

import { useId, useState } from 'react'
import { ActionForm } from '@/app/_components/action-form'
import { controlClass } from '@/app/_components/control-class'
import { Field } from '@/app/_components/field'
import { describedBy, FieldFrame } from '@/app/_components/field-frame'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf, type FormState } from '@/app/_forms/form-state'
import { ENCODINGS } from '@/lib/interop/roster/encodings'
import { inviteRoster } from '../actions'
import { InvitedList } from './invited-list'
import { RosterChoice } from './roster-choice'
import { RosterPreview } from './roster-preview'
import type { RosterState } from './roster-state'
import { useRoster } from './use-roster'

/** Invites many people at once. The lines are checked and shown first. */
export function RosterForm({ cohortId }: { cohortId: string }) {
  return (
    <ActionForm action={inviteRoster}>
      {(state, pending) =>
        state.kind === 'done' && state.value.step === 'invited' ? (
          <InvitedList {...state.value} />
        ) : (
          <RosterFields cohortId={cohortId} state={state} pending={pending} />
        )
      }
    </ActionForm>
  )
}

type Props = { cohortId: string; state: FormState<RosterState>; pending: boolean }

function RosterFields({ cohortId, state, pending }: Props) {
  // Nobody is invited by a preview of something else: a change after it asks for a new one.
  const [changedAt, setChangedAt] = useState<FormState<RosterState> | null>(null)
  const roster = useRoster(() => setChangedAt(state))
  const id = useId()
  const checked = state.kind === 'done' && state.value.step === 'checked' ? state.value : null
  const error = errorOf(state, 'text')
  const hint =
    'One person per line, with name and e-mail address: from a spreadsheet, or as mail programs write addresses.'
  return (
    <>
      <input type="hidden" name="cohort" value={cohortId} />
      <input type="hidden" name="separator" value={roster.separator} />
      <input type="hidden" name="columns" value={roster.columns?.join(' ') ?? ''} />
      <FieldFrame id={id} label="People" hint={hint} error={error}>
        <textarea
          id={id}
          name="text"
          rows={6}
          value={roster.text}
          onChange={(event) => roster.type(event.target.value)}
          readOnly={pending}
          spellCheck={false}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, hint, error)}
          className={`${controlClass} bg-sheet py-2 font-mono text-sm`}
        />
      </FieldFrame>
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
