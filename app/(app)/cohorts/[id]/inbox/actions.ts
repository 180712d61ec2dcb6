'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { cohortField } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireInstructor } from '@/lib/auth/scopes'
import { answerFlag } from '@/lib/server/cohort/answer-flag'
import { openCohortScope } from '@/lib/server/scope'

const schema = z.object({
  cohort: cohortField,
  flag: z.uuid(),
  reply: z.string().default(''),
  mended: z.string().regex(/^\d*$/).default(''),
  next: z.enum(['solve', 'open']),
})

/**
 * Saves a reply, a correction or both. The button that was pressed decides whether the flag is
 * solved.
 */
export async function answer(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(schema, form, async ({ cohort, flag: flagId, reply, mended, next }) => {
    await answerFlag(
      await openCohortScope(await requireInstructor('/cohorts/[id]/inbox#answer'), cohort),
      {
        flagId,
        reply,
        solved: next === 'solve',
        mendedBy: mended === '' ? null : Number(mended),
        now: Date.now(),
      },
    )
    revalidatePath(`/cohorts/${cohort}/inbox`)
    return 'Saved.'
  })
}
