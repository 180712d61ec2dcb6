'use client'

import { ActionForm } from '@/app/_components/action-form'
import { CheckField } from '@/app/_components/check-field'
import { Field } from '@/app/_components/field'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf, typedOr } from '@/app/_forms/form-state'
import { withdraw } from '../actions'

type Props = {
  kind: 'source' | 'fact'
  id: string
  version: number
  alone: number
  supported: number
}

/** Withdraws a source or a fact. What that touches stands above it on the page. */
export function WithdrawForm({ kind, id, version, alone, supported }: Props) {
  return (
    <ActionForm action={withdraw} className="max-w-measure">
      {(state) => {
        const isTicked = (name: string) =>
          state.kind !== 'refused' || typedOr(state, name, '') === 'on'
        return (
          <>
            <input type="hidden" name="kind" value={kind} />
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="version" value={version} />
            <Field
              label="Reason, as analysts will read it"
              name="reason"
              required
              maxLength={500}
              defaultValue={typedOr(state, 'reason', '')}
              error={errorOf(state, 'reason')}
            />
            <Field
              label="Withdrawn on"
              name="date"
              required
              hint="As exact as you know it: 2026, 2026-06 or 2026-06-17."
              defaultValue={typedOr(state, 'date', '')}
              error={errorOf(state, 'date')}
            />
            <CheckField
              name="retire"
              label={`Stop asking the questions that rest on it alone (${alone})`}
              hint="They leave every queue. What was answered stays in the history."
              defaultChecked={isTicked('retire')}
            />
            <CheckField
              name="retest"
              label={`Ask the other questions again soon (${supported})`}
              hint="Whoever knows one of them is asked it today, whenever it was due. The schedule of the card stays."
              defaultChecked={isTicked('retest')}
            />
            <SubmitButton kind="danger" className="self-start">
              {kind === 'source' ? 'Withdraw the source' : 'Withdraw the fact'}
            </SubmitButton>
          </>
        )
      }}
    </ActionForm>
  )
}
