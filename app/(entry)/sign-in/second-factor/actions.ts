'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { type ShownKey, shownKey } from '@/app/_second-factor/shown-key'
import { renewOwnSession } from '@/lib/auth/renew-session'
import { currentSettingUp } from '@/lib/auth/setting-up'
import {
  beginRequiredSecondFactor,
  confirmNewSecondFactor,
} from '@/lib/server/people/second-factor'

const withCode = z.object({ code: z.string().min(1, 'Enter the code that the app shows.') })

export async function begin(
  _before: FormState<ShownKey>,
  form: FormData,
): Promise<FormState<ShownKey>> {
  return runForm(z.object({}), form, async () => {
    const scope = (await currentSettingUp()) ?? redirect('/sign-in')
    return shownKey(await beginRequiredSecondFactor(scope, Date.now()))
  })
}

export async function confirm(
  _before: FormState<readonly string[]>,
  form: FormData,
): Promise<FormState<readonly string[]>> {
  const work = async ({ code }: z.infer<typeof withCode>) => {
    const scope = (await currentSettingUp()) ?? redirect('/sign-in')
    const codes = await confirmNewSecondFactor(scope, { code, now: Date.now() })
    await renewOwnSession({ sessionId: scope.sessionId, userId: scope.user.id })
    return codes
  }
  return runForm(withCode, form, work, { wrong_credentials: 'code' })
}
