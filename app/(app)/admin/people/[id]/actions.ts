'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { personField } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { publicOrigin } from '@/app/_http/public-origin'
import { addressForm } from '@/lib/account/address'
import { CERTIFICATE_CHOICES, DELETION_MODES } from '@/lib/account/deletion'
import { emailField, nameField } from '@/lib/account/fields'
import { requireAdmin } from '@/lib/auth/scopes'
import { ROLES } from '@/lib/kernel/role'
import { type AccountChanged, changeAccount } from '@/lib/server/people/change-account'
import { deleteAccount } from '@/lib/server/people/delete-account'
import { disableAccount, enableAccount } from '@/lib/server/people/disable-account'
import { makePasswordLink } from '@/lib/server/people/make-password-link'

const changes = z.object({
  person: personField,
  name: nameField,
  email: emailField,
  role: z.enum(ROLES, 'Choose a role.'),
})

/** An administrator who gives up the role has no access to this page any more and is led to Today. */
export async function change(_before: FormState, form: FormData): Promise<FormState> {
  const work = async ({ person, ...wanted }: z.infer<typeof changes>) => {
    const scope = await requireAdmin()
    const input = { userId: person, change: wanted, now: Date.now() }
    const outcome = await changeAccount(scope, input)
    if (person === scope.user.id && wanted.role !== 'admin') redirect('/today')
    refresh()
    return changedText(outcome)
  }
  return runForm(changes, form, work, { email_taken: 'email', last_admin: 'role' })
}

function changedText({ changed, left }: AccountChanged): string {
  if (!changed) return 'Nothing is different, so nothing was changed.'
  const cohorts = left.map(({ name, hasOther }) =>
    hasOther
      ? `They no longer instruct “${name}”.`
      : `They no longer instruct “${name}”, which now has no instructor who can sign in. Open that cohort and invite one.`,
  )
  return ['The account is changed.', ...cohorts].join(' ')
}

const onePerson = z.object({ person: personField })

/** The answer contains the link, which is known only at this moment. */
export async function makeLink(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(onePerson, form, async ({ person }) => {
    const { code } = await makePasswordLink(await requireAdmin(), {
      userId: person,
      now: Date.now(),
    })
    refresh()
    return `${await publicOrigin()}/reset/${code}`
  })
}

export async function disable(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(onePerson, form, async ({ person }) => {
    const scope = await requireAdmin()
    await disableAccount(scope, { userId: person, now: Date.now() })
    if (person === scope.user.id) redirect('/sign-in')
    refresh()
    return 'The account is disabled, and the person is signed out everywhere.'
  })
}

export async function enable(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(onePerson, form, async ({ person }) => {
    await enableAccount(await requireAdmin(), { userId: person, now: Date.now() })
    refresh()
    return 'The account is enabled. The person can sign in with the same password as before.'
  })
}

const deletion = onePerson.extend({
  mode: z.enum(DELETION_MODES),
  certificates: z.enum(CERTIFICATE_CHOICES),
  typed: z.string().transform(addressForm),
})

/** Leads away from the page of the account, which no longer exists. */
export async function remove(_before: FormState, form: FormData): Promise<FormState> {
  const work = async ({ person, typed, ...choice }: z.infer<typeof deletion>) => {
    const scope = await requireAdmin()
    await deleteAccount(scope, { userId: person, typed, ...choice, now: Date.now() })
    redirect(person === scope.user.id ? '/sign-in' : '/admin')
  }
  return runForm(deletion, form, work, { invalid_input: 'typed' })
}
