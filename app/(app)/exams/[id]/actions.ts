'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { examField } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireLearner } from '@/lib/auth/scopes'
import { startExam } from '@/lib/server/exam/start-exam'

const schema = z.object({ examId: examField })

export async function start(_before: FormState<never>, form: FormData): Promise<FormState<never>> {
  return runForm(schema, form, async ({ examId }) => {
    await startExam(await requireLearner(), { examId, now: Date.now() })
    redirect(`/exams/${examId}/paper`)
  })
}
