'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { reachField } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireLearner } from '@/lib/auth/scopes'
import { chooseReach } from '@/lib/server/settings/choose-reach'

const choice = z.object({ reach: reachField })

export async function chooseDepth(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(choice, form, async ({ reach }) => {
    await chooseReach(await requireLearner('/course#chooseDepth'), { reach, now: Date.now() })
    refresh()
    return 'Saved. Questions that have begun stay in your reviews.'
  })
}
