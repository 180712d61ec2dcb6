'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { wholeNumber } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireLearner } from '@/lib/auth/scopes'
import { startCatchUp, stopCatchUp } from '@/lib/server/study/catch-up'

const plan = z.object({ days: wholeNumber('Choose over how many days.') })

export async function spread(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(plan, form, async ({ days }) => {
    await startCatchUp(await requireLearner(), { days, now: Date.now() })
    refresh()
    return 'The plan is set.'
  })
}

export async function stopSpreading(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(z.object({}), form, async () => {
    await stopCatchUp(await requireLearner())
    refresh()
    return 'The plan is stopped.'
  })
}
