'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireInstructor } from '@/lib/auth/viewer'
import { asExamId } from '@/lib/kernel/ids'
import { closeExam } from '@/lib/server/exam/close-exam'
import { voidCertificate } from '@/lib/server/exam/void-certificate'

const schema = z.object({ code: z.string() })

export async function declareVoid(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(schema, form, async ({ code }) => {
    const { userId } = await requireInstructor()
    await voidCertificate({ actorId: userId, code, now: Date.now() })
    refresh()
    return 'Declared void.'
  })
}

const closing = z.object({ exam: z.uuid().transform(asExamId), close: z.enum(['yes', 'no']) })

export async function closeOrOpen(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(closing, form, async ({ exam: examId, close }) => {
    const { userId: actorId } = await requireInstructor()
    await closeExam({ actorId, examId, close: close === 'yes', now: Date.now() })
    refresh()
    return 'Saved.'
  })
}
