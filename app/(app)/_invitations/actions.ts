'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { wholeNumber } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { publicOrigin } from '@/app/_http/public-origin'
import { requireInstructor } from '@/lib/auth/scopes'
import { asCohortId, asInvitationId } from '@/lib/kernel/ids'
import { ROLES } from '@/lib/kernel/role'
import { inviteAccount, inviteIntoCohort } from '@/lib/server/people/create-invitation'
import { revokeInCohort, revokeInvitation } from '@/lib/server/people/revoke-invitation'
import { adminScope, cohortScope, openCohortScope } from '@/lib/server/scope'
import type { MadeInvitation } from './made-invitation'

const limits = {
  uses: wholeNumber('Enter the number of uses as a whole number.'),
  expiresInDays: wholeNumber('Choose when the invitation expires.'),
}
const intoCohort = z.object({
  ...limits,
  role: z.enum(['learner', 'instructor'], 'Choose a role.'),
})
const anyAccount = z.object({
  ...limits,
  role: z.enum(ROLES, 'Choose a role.'),
})

/** Creates a link into one cohort. */
export async function inviteToCohort(
  cohortId: string,
  _before: FormState<MadeInvitation>,
  form: FormData,
): Promise<FormState<MadeInvitation>> {
  return runForm(intoCohort, form, async (input) => {
    const scope = await openCohortScope(await requireInstructor(), asCohortId(cohortId))
    const { code } = await inviteIntoCohort(scope, { ...input, now: Date.now() })
    refresh()
    return { ...input, link: await linkOf(code) }
  })
}

/** Creates a link to an account without a cohort. Only for administrators. */
export async function inviteToSteppe(
  _before: FormState<MadeInvitation>,
  form: FormData,
): Promise<FormState<MadeInvitation>> {
  return runForm(anyAccount, form, async (input) => {
    const scope = adminScope(await requireInstructor())
    const { code } = await inviteAccount(scope, { ...input, now: Date.now() })
    refresh()
    return { ...input, link: await linkOf(code) }
  })
}

const linkOf = async (code: string): Promise<string> => `${await publicOrigin()}/join/${code}`

const revocation = z.object({ invitationId: z.uuid().transform(asInvitationId) })

/** Revokes an invitation into one cohort. */
export async function revokeOfCohort(
  cohortId: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return runForm(revocation, form, async ({ invitationId }) => {
    const scope = await cohortScope(await requireInstructor(), asCohortId(cohortId))
    await revokeInCohort(scope, { invitationId, now: Date.now() })
    refresh()
    return 'The invitation is revoked.'
  })
}

/** Revokes any invitation. Only for administrators. */
export async function revokeAny(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(revocation, form, async ({ invitationId }) => {
    const scope = adminScope(await requireInstructor())
    await revokeInvitation(scope, { invitationId, now: Date.now() })
    refresh()
    return 'The invitation is revoked.'
  })
}
