'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { type ShownKey, shownKey } from '@/app/_second-factor/shown-key'
import { renewOwnSession } from '@/lib/auth/renew-session'
import { requireLearner, requireSession } from '@/lib/auth/scopes'
import {
  beginSecondFactor,
  confirmNewSecondFactor,
  removeOwnSecondFactor,
} from '@/lib/server/people/second-factor'

const withPassword = z.object({
  currentPassword: z.string().min(1, 'Enter your current password.'),
})
const withCode = z.object({ code: z.string().min(1, 'Enter the code that the app shows.') })

export async function begin(
  _before: FormState<ShownKey>,
  form: FormData,
): Promise<FormState<ShownKey>> {
  const work = async ({ currentPassword: password }: z.infer<typeof withPassword>) => {
    const { scope, sessionId } = await requireSession('/settings/second-factor#begin')
    const key = shownKey(await beginSecondFactor(scope, { password, now: Date.now() }))
    await renewOwnSession({ sessionId, userId: scope.user.id })
    return key
  }
  return runForm(withPassword, form, work, { wrong_credentials: 'currentPassword' })
}

export async function confirm(
  _before: FormState<readonly string[]>,
  form: FormData,
): Promise<FormState<readonly string[]>> {
  const work = async ({ code }: z.infer<typeof withCode>) =>
    confirmNewSecondFactor(await requireLearner('/settings/second-factor#confirm'), {
      code,
      now: Date.now(),
    })
  return runForm(withCode, form, work, { wrong_credentials: 'code' })
}

export async function remove(_before: FormState, form: FormData): Promise<FormState> {
  const work = async ({ currentPassword: password }: z.infer<typeof withPassword>) => {
    const { scope, sessionId } = await requireSession('/settings/second-factor#remove')
    await removeOwnSecondFactor(scope, { password, now: Date.now() })
    await renewOwnSession({ sessionId, userId: scope.user.id })
    refresh()
    return 'The second factor is removed. From now on the password is enough.'
  }
  return runForm(withPassword, form, work, { wrong_credentials: 'currentPassword' })
}
