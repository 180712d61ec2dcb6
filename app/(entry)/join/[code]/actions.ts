'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { accountSchema } from '@/app/_forms/account-schema'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { guardedCode } from '@/lib/auth/guarded-code'
import { requireLearner } from '@/lib/auth/scopes'
import { signInWithPassword } from '@/lib/auth/sign-in'
import { AppError } from '@/lib/kernel/app-error'
import { acceptInvitation } from '@/lib/server/people/accept-invitation'
import { describeInvitation } from '@/lib/server/people/describe-invitation'
import { joinByInvitation } from '@/lib/server/people/join-by-invitation'
import { firstPageFor } from './_components/first-page'

/** Looked up before the code is used, because using it may end it. */
async function roleOf(code: string) {
  const invitation = await guardedCode(() => describeInvitation({ code, now: Date.now() }))
  if (invitation) return invitation.role
  throw new AppError(
    'invitation_invalid',
    'This link is no longer valid. It was used up, revoked or has expired. Nothing was saved. Ask for a new link.',
  )
}

export async function join(
  code: string,
  _before: FormState<never>,
  form: FormData,
): Promise<FormState<never>> {
  const work = async (account: z.infer<typeof accountSchema>): Promise<never> => {
    const role = await roleOf(code)
    await joinByInvitation({ ...account, code, now: Date.now() })
    const signedIn = await signInWithPassword(account)
    redirect(signedIn.ok ? firstPageFor(role) : '/sign-in')
  }
  return runForm(accountSchema, form, work, { email_taken: 'email' })
}

export async function joinAsViewer(
  code: string,
  _before: FormState<never>,
  form: FormData,
): Promise<FormState<never>> {
  return runForm(z.object({}), form, async () => {
    const scope = await requireLearner('/join/[code]#joinAsViewer')
    const role = await roleOf(code)
    await acceptInvitation(scope, { code, now: Date.now() })
    redirect(firstPageFor(role))
  })
}
