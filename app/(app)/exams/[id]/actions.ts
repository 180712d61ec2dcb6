'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { attemptField, examField, requiredText } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireLearner } from '@/lib/auth/scopes'
import { appealAnswer } from '@/lib/server/exam/appeal-answer'
import { startExam } from '@/lib/server/exam/start-exam'

const schema = z.object({ examId: examField })

export async function start(_before: FormState<never>, form: FormData): Promise<FormState<never>> {
  return runForm(schema, form, async ({ examId }) => {
    await startExam(await requireLearner('/exams/[id]#start'), { examId, now: Date.now() })
    redirect(`/exams/${examId}/paper`)
  })
}

const appealed = z.object({
  attempt: attemptField,
  position: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number),
  reason: requiredText('Say why your answer is correct.'),
})

export async function appeal(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(
    appealed,
    form,
    async ({ attempt: attemptId, position, reason }) => {
      await appealAnswer(await requireLearner('/exams/[id]#appeal'), {
        attemptId,
        position,
        reason,
        now: Date.now(),
      })
      refresh()
      return 'Your appeal was sent.'
    },
    { invalid_input: 'reason' },
  )
}
