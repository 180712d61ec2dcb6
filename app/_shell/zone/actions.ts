'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireLearner } from '@/lib/auth/scopes'
import { changeZone as moveAccount } from '@/lib/server/settings/change-zone'

const schema = z.object({ zone: z.string() })

/** Moves the account of the viewer to another zone. */
export async function changeZone(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(schema, form, async ({ zone }) => {
    await moveAccount(await requireLearner('/_shell/zone#changeZone'), { zone, now: Date.now() })
    refresh()
    return zone
  })
}
