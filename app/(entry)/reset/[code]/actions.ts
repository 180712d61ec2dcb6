'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { passwordField } from '@/lib/account/fields'
import { guardedCode } from '@/lib/auth/guarded-code'
import { signInWithPassword } from '@/lib/auth/sign-in'
import { setPasswordByLink } from '@/lib/server/people/use-password-link'

const schema = z.object({ password: passwordField })

/** Whose link it is decides whose password is set; nothing that the form says does. */
export async function setNewPassword(
  code: string,
  _before: FormState<never>,
  form: FormData,
): Promise<FormState<never>> {
  const work = async ({ password }: z.infer<typeof schema>): Promise<never> => {
    const { email } = await guardedCode(() =>
      setPasswordByLink({ code, password, now: Date.now() }),
    )
    const signedIn = await signInWithPassword({ email, password })
    redirect(signedIn.ok ? '/' : signedIn.error.codeWanted ? '/sign-in/code' : '/sign-in')
  }
  return runForm(schema, form, work, { invalid_input: 'password' })
}
