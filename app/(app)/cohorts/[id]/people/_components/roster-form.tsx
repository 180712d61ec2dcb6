'use client'

import { ActionForm } from '@/app/_components/action-form'
import { Button } from '@/app/_components/button'
import { controlClass } from '@/app/_components/control-class'
import { Field } from '@/app/_components/field'
import { FieldFrame } from '@/app/_components/field-frame'
import { Notice } from '@/app/_components/notice'
import { SubmitButton } from '@/app/_components/submit-button'
import { count } from '@/app/_format/count'
import { errorOf, typedOr } from '@/app/_forms/form-state'
import { inviteRoster } from '../actions'
import { InvitedList } from './invited-list'
import { RosterFaults } from './roster-faults'

/** Invites many people at once. The lines are checked first. */
export function RosterForm({ cohortId }: { cohortId: string }) {
  return (
    <ActionForm action={inviteRoster}>
      {(state) => {
        const done = state.kind === 'done' ? state.value : null
        if (done?.step === 'invited') {
          return <InvitedList invited={done.invited} csv={done.csv} faults={done.faults} />
        }
        const text = done?.step === 'checked' ? done.text : typedOr(state, 'text', '')
        return (
          <>
            <input type="hidden" name="cohort" value={cohortId} />
            <FieldFrame
              id="roster"
              label="People"
              hint="One person per line; separate name and e-mail with a comma, semicolon or tab."
            >
              <textarea
                key={text}
                id="roster"
                name="text"
                rows={6}
                defaultValue={text}
                spellCheck={false}
                aria-describedby="roster-hint"
                className={`${controlClass} bg-sheet py-2 font-mono text-sm`}
              />
            </FieldFrame>
            <Field
              label="Or choose a CSV file"
              name="file"
              type="file"
              accept=".csv,.tsv,.txt,text/csv"
              error={errorOf(state, 'file')}
            />
            {done === null ? (
              <SubmitButton name="step" value="check" kind="secondary" className="self-start">
                Check the lines
              </SubmitButton>
            ) : (
              <Checked good={done.rows.length} faults={done.faults} />
            )}
          </>
        )
      }}
    </ActionForm>
  )
}

type CheckedProps = {
  good: number
  faults: readonly { line: number; text: string; reason: string }[]
}

function Checked({ good, faults }: CheckedProps) {
  const people = count(good, 'person', 'people')
  return (
    <>
      <Notice kind={faults.length === 0 ? 'done' : 'info'}>
        {people} can be invited; {count(faults.length, 'line')} cannot. Nobody has been invited yet.
      </Notice>
      <RosterFaults faults={faults} />
      <div className="flex flex-wrap gap-3">
        {good === 0 ? null : (
          <Button type="submit" name="step" value={faults.length === 0 ? 'none' : 'skip'}>
            {faults.length === 0 ? `Invite ${people}` : `Invite ${people} and skip the other lines`}
          </Button>
        )}
        <Button type="submit" name="step" value="check" kind="secondary">
          Check again
        </Button>
      </div>
      {faults.length > 0 ? (
        <p className="text-label text-ink-2">
          To invite everybody, correct the lines above and check again.
        </p>
      ) : null}
    </>
  )
}
