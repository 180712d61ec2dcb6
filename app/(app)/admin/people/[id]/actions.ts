'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { personField, requiredText } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { publicOrigin } from '@/app/_http/public-origin'
import { tellUndo } from '@/app/_undo/undo-cookie'
import { addressForm } from '@/lib/account/address'
import { CERTIFICATE_CHOICES, DELETION_MODES } from '@/lib/account/deletion'
import { emailField, nameField } from '@/lib/account/fields'
import { requireAdmin } from '@/lib/auth/scopes'
import { AppError } from '@/lib/kernel/app-error'
import { asCohortId, asSessionId } from '@/lib/kernel/ids'
import { ROLES } from '@/lib/kernel/role'
import { type AccountChanged, changeAccount } from '@/lib/server/people/change-account'
import { deleteAccount } from '@/lib/server/people/delete-account'
import { disableAccount, enableAccount } from '@/lib/server/people/disable-account'
import { enrolPerson } from '@/lib/server/people/enrol-person'
import * as identities from '@/lib/server/people/link-identity'
import { makePasswordLink } from '@/lib/server/people/make-password-link'
import { endSession } from '@/lib/server/people/other-sessions'
import { providerSettings } from '@/lib/server/people/provider-settings'
import { removeSecondFactor } from '@/lib/server/people/second-factor'

const changes = z.object({
  person: personField,
  name: nameField,
  email: emailField,
  role: z.enum(ROLES, 'Choose a role.'),
})

/** An administrator who gives up the role has no access to this page any more and is led to Today. */
export async function change(_before: FormState, form: FormData): Promise<FormState> {
  const work = async ({ person, ...wanted }: z.infer<typeof changes>) => {
    const scope = await requireAdmin('/admin/people/[id]#change')
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
    const { code } = await makePasswordLink(await requireAdmin('/admin/people/[id]#makeLink'), {
      userId: person,
      now: Date.now(),
    })
    refresh()
    return `${await publicOrigin()}/reset/${code}`
  })
}

const enrolled = onePerson.extend({
  cohort: z.uuid('Choose a cohort.').transform(asCohortId),
})

export async function enrol(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(enrolled, form, async ({ person: userId, cohort: cohortId }) => {
    const scope = await requireAdmin('/admin/people/[id]#enrol')
    await enrolPerson(scope, { userId, cohortId, now: Date.now() })
    refresh()
    return 'The person is in the cohort now, and is told.'
  })
}

const oneSession = onePerson.extend({ session: z.string() })

export async function endOne(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(oneSession, form, async ({ person, session }) => {
    const sessionId = asSessionId(session)
    await endSession(await requireAdmin('/admin/people/[id]#endOne'), {
      userId: person,
      sessionId,
      now: Date.now(),
    })
    refresh()
    return 'The sign-in session is ended.'
  })
}

export async function removeFactor(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(onePerson, form, async ({ person }) => {
    await removeSecondFactor(await requireAdmin('/admin/people/[id]#removeFactor'), {
      userId: person,
      now: Date.now(),
    })
    refresh()
    return 'The second factor is removed.'
  })
}

const oneIdentity = onePerson.extend({ subject: requiredText('Enter the identifier.') })

export async function linkIdentity(_before: FormState, form: FormData): Promise<FormState> {
  const work = async ({ person, subject }: z.infer<typeof oneIdentity>) => {
    const scope = await requireAdmin('/admin/people/[id]#linkIdentity')
    const settings = providerSettings()
    if (!settings) {
      throw new AppError('not_allowed', 'No sign-in provider is configured, so nothing was linked.')
    }
    await identities.linkIdentity(scope, settings, { userId: person, subject, now: Date.now() })
    refresh()
    return 'The identity is linked.'
  }
  return runForm(oneIdentity, form, work, { invalid_input: 'subject' })
}

export async function unlinkIdentity(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(onePerson, form, async ({ person }) => {
    const scope = await requireAdmin('/admin/people/[id]#unlinkIdentity')
    await identities.unlinkIdentity(scope, { userId: person, now: Date.now() })
    refresh()
    return 'The link is ended.'
  })
}

export async function disable(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(onePerson, form, async ({ person }) => {
    const scope = await requireAdmin('/admin/people/[id]#disable')
    const now = Date.now()
    const outcome = await disableAccount(scope, { userId: person, now })
    if (person === scope.user.id) redirect('/signed-out')
    const said =
      'Nobody can sign in to this account any more, and the person is signed out everywhere.'
    if (outcome === 'done') {
      await tellUndo(scope.user.id, { at: now, said, undo: { kind: 'disabled', user: person } })
    }
    refresh()
    return said
  })
}

export async function enable(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(onePerson, form, async ({ person }) => {
    await enableAccount(await requireAdmin('/admin/people/[id]#enable'), {
      userId: person,
      now: Date.now(),
    })
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
    const scope = await requireAdmin('/admin/people/[id]#remove')
    await deleteAccount(scope, { userId: person, typed, ...choice, now: Date.now() })
    redirect(person === scope.user.id ? '/signed-out' : '/admin')
  }
  return runForm(deletion, form, work, { invalid_input: 'typed' })
}
