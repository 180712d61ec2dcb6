'use client'

import { ActionForm } from '@/app/_components/action-form'
import { Field } from '@/app/_components/field'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf, typedOr } from '@/app/_forms/form-state'
import { linkIdentity, unlinkIdentity } from '../actions'

type Props = { userId: string; name: string }

export function LinkIdentityForm({ userId, name }: Props) {
  return (
    <ActionForm action={linkIdentity}>
      {(state) => (
        <>
          <input type="hidden" name="person" value={userId} />
          <Field
            label={`Identifier at ${name}`}
            name="subject"
            required
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={typedOr(state, 'subject', '')}
            error={errorOf(state, 'subject')}
            hint={`Whoever is refused with ${name} is shown it. Link it only when you are sure whose it is: that person can then open this account.`}
          />
          <SubmitButton kind="secondary" className="self-start">
            Link {name}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  )
}

export function UnlinkIdentityForm({ userId, name }: Props) {
  return (
    <ActionForm action={unlinkIdentity} className="mt-3">
      {() => (
        <>
          <input type="hidden" name="person" value={userId} />
          <SubmitButton kind="secondary" className="self-start">
            End the link to {name}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  )
}
