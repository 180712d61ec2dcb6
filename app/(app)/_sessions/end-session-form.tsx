'use client'

import { ConfirmAct } from '@/app/_components/confirm-act'
import type { FormAction } from '@/app/_forms/form-state'
import { count } from '@/lib/kernel/count'

type Props = {
  end: FormAction
  session: string
  person: string | null
  /** Which one it is. */
  label: string
  /** How many sign-in sessions the person has. */
  of: number
}

/** A session that was ended does not come back, so it is asked first. */
export function EndSessionForm({ end, session, person, label, of }: Props) {
  return (
    <ConfirmAct
      action={end}
      fields={person === null ? { session } : { session, person }}
      kind="quiet"
      label="End this session"
      of={label}
      title="End this sign-in session?"
      confirm="End the session"
    >
      <p>
        It is one of {count(of, 'sign-in session')}. That browser is signed out at once, and signing
        in there needs the password again. Answers that it has not sent yet stay in it until then.
      </p>
    </ConfirmAct>
  )
}
