'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { requiredText } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { safeNext } from '@/app/_http/safe-next'
import { signInWithPassword } from '@/lib/auth/sign-in'
import { AppError } from '@/lib/kernel/app-error'

const schema = z.object({
  email: requiredText('Enter your e-mail address.'),
  password: z.string().min(1, 'Enter your password.'),
  next: z.string().optional(),
})

export async function signIn(_before: FormState<never>, form: FormData): Promise<FormState<never>> {
  return runForm(schema, form, async ({ email, password, next }) => {
    const result = await signInWithPassword({ email, password })
    if (!result.ok && result.error.codeWanted) {
      redirect(`/sign-in/code?next=${encodeURIComponent(safeNext(next, '/'))}`)
    }
    if (!result.ok) throw new AppError('wrong_credentials', result.error.message)
    redirect(safeNext(next, '/'))
  })
}
