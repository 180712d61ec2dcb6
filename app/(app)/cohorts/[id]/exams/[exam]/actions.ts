'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import type { FormState } from '@/app/_lib/form-state'
import { runForm } from '@/app/_lib/run-form'
import { requireInstructor } from '@/lib/auth/viewer'
import { voidCertificate } from '@/lib/server/void-certificate'

const schema = z.object({ code: z.string() })

export async function declareVoid(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(schema, form, async ({ code }) => {
    const { userId } = await requireInstructor()
    await voidCertificate({ actorId: userId, code, now: Date.now() })
    refresh()
    return 'Declared void.'
  })
}
