'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { attemptField, cohortField, examField, personField, ticked } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireInstructor } from '@/lib/auth/scopes'
import { closeExam } from '@/lib/server/exam/close-exam'
import { decideAppeal } from '@/lib/server/exam/decide-appeal'
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

const decided = z.object({
  cohort: cohortField,
  exam: examField,
  person: personField,
  attempt: attemptField,
  position: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number),
  reply: z.string().default(''),
  alike: ticked,
  decision: z.enum(['grant', 'refuse']),
})

/** The button that was pressed is the decision. */
export async function decide(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(
    decided,
    form,
    async ({ cohort, exam: examId, person: userId, attempt: attemptId, decision, ...rest }) => {
      const scope = await cohortScope(await requireInstructor(), cohort)
      await decideAppeal(scope, {
        ...rest,
        examId,
        userId,
        attemptId,
        grant: decision === 'grant',
        now: Date.now(),
      })
      refresh()
      return 'Saved.'
    },
    { invalid_input: 'reply' },
  )
}
