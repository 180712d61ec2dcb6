'use client'

import { ActionForm } from '@/app/_components/action-form'
import { Field } from '@/app/_components/field'
import { SelectField } from '@/app/_components/select-field'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf, type FormAction, typedOr } from '@/app/_forms/form-state'
import { roleLabel } from '@/app/_shell/role-label'
import type { Role } from '@/lib/kernel/role'
import type { MadeInvitation } from './made-invitation'
import { MadeLink } from './made-link'

const lifetimes = [
  ['1', '1 day'],
  ['7', '1 week'],
  ['14', '2 weeks'],
  ['30', '30 days'],
  ['90', '90 days'],
] as const

type Props = {
  action: FormAction<MadeInvitation>
  roles: readonly [Role, ...Role[]]
  /** The number of people that one link is usually for. */
  usualUses: number
}

export function InvitationForm({ action, roles, usualUses }: Props) {
  return (
    <ActionForm action={action}>
      {(state) => (
        <>
          <SelectField label="Role" name="role" defaultValue={typedOr(state, 'role', roles[0])}>
            {roles.map((role) => (
              <option key={role} value={role}>
                {roleLabel[role]}
              </option>
            ))}
          </SelectField>
          <div className="grid grid-cols-2 gap-4">
            <Field
              label="Number of uses"
              name="uses"
              type="number"
              inputMode="numeric"
              min={1}
              max={500}
              required
              defaultValue={typedOr(state, 'uses', String(usualUses))}
              error={errorOf(state, 'uses')}
            />
            <SelectField
              label="Expires after"
              name="expiresInDays"
              defaultValue={typedOr(state, 'expiresInDays', '7')}
              error={errorOf(state, 'expiresInDays')}
            >
              {lifetimes.map(([days, label]) => (
                <option key={days} value={days}>
                  {label}
                </option>
              ))}
            </SelectField>
          </div>
          <SubmitButton className="self-start">Create a link</SubmitButton>
          {state.kind === 'done' ? <MadeLink {...state.value} /> : null}
        </>
      )}
    </ActionForm>
  )
}
