'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { cohortField, examField } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireInstructor } from '@/lib/auth/scopes'
import { closeExam } from '@/lib/server/exam/close-exam'
import { revokeCertificate } from '@/lib/server/exam/revoke-certificate'
import { cohortScope, openCohortScope } from '@/lib/server/scope'

const schema = z.object({ cohort: cohortField, code: z.string() })

export async function revoke(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(schema, form, async ({ cohort: cohortId, code }) => {
    const scope = await cohortScope(await requireInstructor(), cohortId)
    await revokeCertificate(scope, { code, now: Date.now() })
    refresh()
    return 'The certificate is revoked.'
  })
}

const closing = z.object({
  cohort: cohortField,
  exam: examField,
  close: z.enum(['yes', 'no']),
})

export async function closeOrOpen(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(closing, form, async ({ cohort: cohortId, exam: examId, close }) => {
    const scope = await openCohortScope(await requireInstructor(), cohortId)
    await closeExam(scope, { examId, close: close === 'yes', now: Date.now() })
    refresh()
    return 'Saved.'
  })
}
