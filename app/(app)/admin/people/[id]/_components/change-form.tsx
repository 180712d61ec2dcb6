'use client'

import { ActionForm } from '@/app/_components/action-form'
import { AddressField } from '@/app/_components/address-field'
import { Field } from '@/app/_components/field'
import { Notice } from '@/app/_components/notice'
import { SelectField } from '@/app/_components/select-field'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf, typedOr } from '@/app/_forms/form-state'
import { roleLabel } from '@/app/_shell/role-label'
import { ROLES } from '@/lib/kernel/role'
import type { AccountState } from '@/lib/server/people/load-account'
import { change } from '../actions'

export function ChangeForm({ account }: { account: AccountState }) {
  return (
    <ActionForm action={change}>
      {(state) => (
        <>
          <input type="hidden" name="person" value={account.userId} />
          <Field
            label="Name"
            name="name"
            required
            autoComplete="off"
            defaultValue={typedOr(state, 'name', account.name)}
            error={errorOf(state, 'name')}
          />
          <AddressField
            label="E-mail address"
            name="email"
            required
            autoComplete="off"
            defaultValue={typedOr(state, 'email', account.email)}
            error={errorOf(state, 'email')}
            hint="The person signs in with this address. A change ends no sign-in session; tell the person the new address."
          />
          <SelectField
            label="Role"
            name="role"
            defaultValue={typedOr(state, 'role', account.role)}
            error={errorOf(state, 'role')}
            hint={<RoleHint account={account} />}
          >
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {roleLabel[role]}
              </option>
            ))}
          </SelectField>
          <SubmitButton className="self-start">Save</SubmitButton>
          {state.kind === 'done' ? <Notice kind="done">{state.value}</Notice> : null}
        </>
      )}
    </ActionForm>
  )
}

/** What a change of the role brings with it, before it is made. */
function RoleHint({ account: { isViewer, isLastAdmin, instructs } }: { account: AccountState }) {
  const cohorts = instructs.map(({ name, hasOther }) =>
    hasOther ? `“${name}”` : `“${name}”, which has no other instructor`,
  )
  const lines = [
    'A new role takes effect at the person’s next click.',
    isLastAdmin
      ? 'This is the only administrator who can sign in, so the role cannot be changed.'
      : isViewer
        ? 'This is your own account: with another role you can no longer open this page.'
        : '',
    cohorts.length > 0
      ? `As an analyst the person would no longer instruct ${cohorts.join('; ')}.`
      : '',
  ]
  return lines.filter(Boolean).join(' ')
}
