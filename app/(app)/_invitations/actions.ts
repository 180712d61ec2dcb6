'use server'

import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { z } from 'zod'
import { formNumber } from '@/app/_forms/form-number'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireInstructor } from '@/lib/auth/viewer'
import { asCohortId, asInvitationId, type CohortId } from '@/lib/kernel/ids'
import { createInvitation } from '@/lib/server/people/create-invitation'
import { revokeInvitation } from '@/lib/server/people/revoke-invitation'
import type { MadeInvitation } from './made-invitation'

const invitationSchema = z.object({
  role: z.enum(['learner', 'instructor', 'admin'], 'Choose what they join as.'),
  uses: formNumber('Give a whole number of people.'),
  expiresInDays: formNumber('Choose how long it lasts.'),
})

/** `cohortId` null: into Steppe as a whole, for administrators. */
export async function invite(
  cohortId: string | null,
  _before: FormState<MadeInvitation>,
  form: FormData,
): Promise<FormState<MadeInvitation>> {
  return runForm(invitationSchema, form, async (input) => {
    const { userId } = await requireInstructor()
    const now = Date.now()
    const cohort: CohortId | null = cohortId === null ? null : asCohortId(z.uuid().parse(cohortId))
    const { code } = await createInvitation({ ...input, actorId: userId, cohortId: cohort, now })
    refresh()
    // The browser's own name for this server: right behind any proxy. Next has checked it by now.
    const origin = (await headers()).get('origin') ?? ''
    return { ...input, link: `${origin}/join/${code}` }
  })
}

const revocation = z.object({ invitationId: z.uuid().transform(asInvitationId) })

export async function revoke(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(revocation, form, async ({ invitationId }) => {
    const { userId } = await requireInstructor()
    await revokeInvitation({ actorId: userId, invitationId, now: Date.now() })
    refresh()
    return 'Revoked.'
  })
}
