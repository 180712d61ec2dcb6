'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireLearner } from '@/lib/auth/scopes'
import { forgetTraining, trainMemory } from '@/lib/server/settings/train-memory'

export async function trainNow(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(z.object({}), form, async () => {
    const { result } = await trainMemory(await requireLearner('/settings/memory#trainNow'), {
      now: Date.now(),
    })
    refresh()
    return result?.message ?? ''
  })
}

export async function restoreDefaultWeights(
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return runForm(z.object({}), form, async () => {
    await forgetTraining(await requireLearner('/settings/memory#restoreDefaultWeights'), {
      now: Date.now(),
    })
    refresh()
    return 'Your future answers are scheduled with the default weights.'
  })
}
