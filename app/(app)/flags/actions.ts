'use server'

import { z } from 'zod'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireLearner } from '@/lib/auth/scopes'
import { noteRepliesSeen } from '@/lib/server/study/load-own-flags'

const schema = z.object({ until: z.coerce.number().int().nonnegative() })

/** The replies that are in front of somebody count as seen. They stay marked until the page is left. */
export async function noteSeen(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(schema, form, async ({ until }) => {
    await noteRepliesSeen(await requireLearner('/flags#noteSeen'), { until, now: Date.now() })
    return 'Seen.'
  })
}
