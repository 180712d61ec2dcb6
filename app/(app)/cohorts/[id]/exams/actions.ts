'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireInstructor } from '@/lib/auth/scopes'
import { accommodate } from '@/lib/server/exam/allow-extra'
import { openCohortScope } from '@/lib/server/scope'
import { extraFields, timeOf } from './_components/extra-schema'

export async function accommodateAnalyst(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(
    z.object(extraFields),
    form,
    async ({ cohort, person: userId, reason, ...time }) => {
      const scope = await openCohortScope(
        await requireInstructor('/cohorts/[id]/exams#accommodateAnalyst'),
        cohort,
      )
      await accommodate(scope, { userId, reason, ...timeOf(time), now: Date.now() })
      refresh()
      return 'Saved. An attempt in progress follows at once.'
    },
    { invalid_input: 'amount' },
  )
}
