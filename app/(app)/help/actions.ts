'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireLearner } from '@/lib/auth/scopes'
import { callHintsBack } from '@/lib/server/settings/own-hints'

export async function showHints(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(z.object({}), form, async () => {
    await callHintsBack(await requireLearner('/help#showHints'))
    refresh()
    return 'The hints are back: two in your reviews, and one on Today.'
  })
}
