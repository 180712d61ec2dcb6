'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { safeNext } from '@/app/_http/safe-next'
import { signInWithCode } from '@/lib/auth/sign-in'
import { AppError } from '@/lib/kernel/app-error'

const schema = z.object({
  code: z.string().min(1, 'Enter a code.'),
  next: z.string().optional(),
})

export async function enterCode(
  _before: FormState<never>,
  form: FormData,
): Promise<FormState<never>> {
  const work = async ({ code, next }: z.infer<typeof schema>): Promise<never> => {
    const result = await signInWithCode(code)
    if (!result.ok) throw new AppError('wrong_credentials', result.error.message)
    redirect(safeNext(next, '/'))
  }
  return runForm(schema, form, work, { wrong_credentials: 'code' })
}
