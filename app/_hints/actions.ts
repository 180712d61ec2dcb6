'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { HINTS } from '@/lib/account/display'
import { requireLearner } from '@/lib/auth/scopes'
import { putHintAway } from '@/lib/server/settings/own-hints'

/** A page that shows a hint is made anew without it; a session goes on as it is. */
const schema = z.object({ hint: z.enum(HINTS), page: z.literal('yes').optional() })

export async function putAway(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(schema, form, async ({ hint, page }) => {
    await putHintAway(await requireLearner('/_hints#putAway'), hint)
    if (page === 'yes') refresh()
    return 'The hint is put away. You find it on the page Help.'
  })
}
