'use server'

import { z } from 'zod'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireLearner } from '@/lib/auth/scopes'
import { count } from '@/lib/kernel/count'
import { asLessonId } from '@/lib/kernel/ids'
import { applyPlacement } from '@/lib/server/study/apply-placement'

/** `lessons`: ids separated by spaces. `answers`: JSON that is not checked yet. */
const schema = z.object({
  lessons: z
    .string()
    .trim()
    .min(1, 'Select at least one lesson.')
    .transform((ids) => ids.split(/\s+/).map(asLessonId)),
  answers: z.string().transform((text, context): unknown[] => {
    try {
      return z.array(z.unknown()).max(200).parse(JSON.parse(text))
    } catch {
      context.addIssue('Your answers arrived incomplete. No lesson was skipped; try again.')
      return z.NEVER
    }
  }),
})

export async function skipLessons(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(schema, form, async ({ lessons, answers }) => {
    const { skipped } = await applyPlacement(await requireLearner('/placement/test#skipLessons'), {
      lessonIds: lessons,
      answers,
      now: Date.now(),
    })
    return `${count(skipped, 'lesson is', 'lessons are')} skipped.`
  })
}
