'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { wholeNumber } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { publicOrigin } from '@/app/_http/public-origin'
import { tellUndo } from '@/app/_undo/undo-cookie'
import { requireAdmin, requireInstructor } from '@/lib/auth/scopes'
import { asCohortId, asInvitationId } from '@/lib/kernel/ids'
import { ROLES } from '@/lib/kernel/role'
import { inviteAccount, inviteIntoCohort } from '@/lib/server/people/create-invitation'
import { revokeInCohort, revokeInvitation } from '@/lib/server/people/revoke-invitation'
import { cohortScope, openCohortScope } from '@/lib/server/scope'
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
    const scope = await openCohortScope(
      await requireInstructor('/_invitations#inviteToCohort'),
      asCohortId(cohortId),
    )
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
    const scope = await requireAdmin('/_invitations#inviteToSteppe')
    const { code } = await inviteAccount(scope, { ...input, now: Date.now() })
    refresh()
    return { ...input, link: await linkOf(code) }
  })
}

const linkOf = async (code: string): Promise<string> => `${await publicOrigin()}/join/${code}`

const REVOKED = 'The invitation is revoked: nobody can join with it any more.'
const revocation = z.object({ invitationId: z.uuid().transform(asInvitationId) })

/** Revokes an invitation into one cohort. */
export async function revokeOfCohort(
  cohortId: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return runForm(revocation, form, async ({ invitationId }) => {
    const scope = await cohortScope(
      await requireInstructor('/_invitations#revokeOfCohort'),
      asCohortId(cohortId),
    )
    const now = Date.now()
    await revokeInCohort(scope, { invitationId, now })
    const undo = {
      kind: 'revoked',
      cohort: asCohortId(cohortId),
      invitation: invitationId,
    } as const
    await tellUndo(scope.viewer.id, { at: now, said: REVOKED, undo })
    refresh()
    return REVOKED
  })
}

/** Revokes any invitation. Only for administrators. */
export async function revokeAny(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(revocation, form, async ({ invitationId }) => {
    const scope = await requireAdmin('/_invitations#revokeAny')
    const now = Date.now()
    await revokeInvitation(scope, { invitationId, now })
    const undo = { kind: 'revoked', cohort: null, invitation: invitationId } as const
    await tellUndo(scope.user.id, { at: now, said: REVOKED, undo })
    refresh()
    return REVOKED
  })
}
