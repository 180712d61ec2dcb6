'use server'

import { redirect } from 'next/navigation'
import { accountSchema } from '@/app/_forms/account-schema'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { guardedCode } from '@/lib/auth/guarded-code'
import { signInWithPassword } from '@/lib/auth/sign-in'
import { createFirstAdmin } from '@/lib/server/people/create-first-admin'

export async function setUp(
  token: string,
  _before: FormState<never>,
  form: FormData,
): Promise<FormState<never>> {
  return runForm(accountSchema, form, async (account) => {
    await guardedCode(() => createFirstAdmin({ ...account, token, now: Date.now() }))
    const signedIn = await signInWithPassword(account)
    redirect(signedIn.ok ? '/admin' : '/sign-in')
  })
}
