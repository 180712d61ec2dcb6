'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import {
  attemptField,
  cohortField,
  examField,
  personField,
  ticked,
  wholeNumber,
} from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { tellUndo } from '@/app/_undo/undo-cookie'
import { requireInstructor } from '@/lib/auth/scopes'
import { allowExtra } from '@/lib/server/exam/allow-extra'
import { closeExam } from '@/lib/server/exam/close-exam'
import { decideAppeal } from '@/lib/server/exam/decide-appeal'
import { revokeCertificate } from '@/lib/server/exam/revoke-certificate'
import { cohortScope, openCohortScope } from '@/lib/server/scope'
import { extraFields, timeOf } from '../_components/extra-schema'

const schema = z.object({ cohort: cohortField, code: z.string() })

export async function revoke(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(schema, form, async ({ cohort: cohortId, code }) => {
    const scope = await cohortScope(
      await requireInstructor('/cohorts/[id]/exams/[exam]#revoke'),
      cohortId,
    )
    await revokeCertificate(scope, { code, now: Date.now() })
    refresh()
    return 'The certificate is revoked.'
  })
}

const more = z.object({
  ...extraFields,
  exam: examField,
  attempts: wholeNumber('The attempts must be a whole number.'),
})

export async function allowMore(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(
    more,
    form,
    async ({ cohort, exam: examId, person: userId, attempts, reason, ...time }) => {
      const scope = await openCohortScope(
        await requireInstructor('/cohorts/[id]/exams/[exam]#allowMore'),
        cohort,
      )
      const wanted = { ...timeOf(time), extraAttempts: attempts }
      await allowExtra(scope, { examId, userId, reason, ...wanted, now: Date.now() })
      refresh()
      return 'Saved. An attempt in progress follows at once.'
    },
    { invalid_input: 'amount' },
  )
}

const closing = z.object({
  cohort: cohortField,
  exam: examField,
  close: z.enum(['yes', 'no']),
})

export async function closeOrOpen(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(closing, form, async ({ cohort: cohortId, exam: examId, close }) => {
    const scope = await openCohortScope(
      await requireInstructor('/cohorts/[id]/exams/[exam]#closeOrOpen'),
      cohortId,
    )
    const now = Date.now()
    const { closesAt } = await closeExam(scope, { examId, close: close === 'yes', now })
    if (close === 'yes') {
      const said = 'The exam is closed: nobody can start it. Attempts in progress continue.'
      const undo = { kind: 'exam-closed', cohort: cohortId, exam: examId, closesAt } as const
      await tellUndo(scope.viewer.id, { at: now, said, undo })
    }
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
      const scope = await cohortScope(
        await requireInstructor('/cohorts/[id]/exams/[exam]#decide'),
        cohort,
      )
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
