'use client'

import { ActionForm } from '@/app/_components/action-form'
import { Notice } from '@/app/_components/notice'
import { SubmitButton } from '@/app/_components/submit-button'
import { roleLabel } from '@/app/_shell/role-label'
import { ROLES, type Role } from '@/lib/kernel/role'
import { saveRule } from '../actions'

/** Which roles need a second factor. */
export function SecondFactorRule({ roles }: { roles: readonly Role[] }) {
  return (
    <ActionForm action={saveRule}>
      {(state) => (
        <>
          <fieldset className="flex flex-col gap-2 text-sm">
            <legend className="mb-3 text-ink-2">
              These people need a second factor. Whoever has none sets it up at the next sign-in.
            </legend>
            {ROLES.map((role) => (
              <label key={role} className="flex items-center gap-2">
                <input
                  type="checkbox"
                  name={`role-${role}`}
                  defaultChecked={roles.includes(role)}
                />
                {roleLabel[role]}
              </label>
            ))}
          </fieldset>
          <SubmitButton kind="secondary" className="self-start">
            Save
          </SubmitButton>
          {state.kind === 'done' ? <Notice kind="done">{state.value}</Notice> : null}
        </>
      )}
    </ActionForm>
  )
}
