'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { cohortField, examField, requiredText } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireInstructor } from '@/lib/auth/scopes'
import { REGRADE_CHOICES } from '@/lib/exam/regrade'
import { count } from '@/lib/kernel/count'
import { asQuestionId } from '@/lib/kernel/ids'
import { regradeQuestion } from '@/lib/server/exam/regrade-question'
import { cohortScope } from '@/lib/server/scope'

const schema = z.object({
  cohort: cohortField,
  exam: examField,
  question: z.string().min(1).max(200).transform(asQuestionId),
  choice: z.enum(REGRADE_CHOICES, 'Choose how the answers count.'),
  reason: requiredText('Give a reason.'),
})

export async function regrade(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(
    schema,
    form,
    async ({ cohort, exam: examId, question: questionId, choice, reason }) => {
      const scope = await cohortScope(
        await requireInstructor('/cohorts/[id]/exams/[exam]/regrade#regrade'),
        cohort,
      )
      const wanted = { examId, questionId, choice, reason, now: Date.now() }
      const { attempts, changed, newlyPassed, newlyFailed } = await regradeQuestion(scope, wanted)
      refresh()
      return `Done: ${changed} of ${count(attempts, 'attempt')} changed, ${newlyPassed} passed by it and ${newlyFailed} no longer passed. The analysts are told.`
    },
    { invalid_input: 'choice' },
  )
}
