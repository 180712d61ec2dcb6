'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireLearner } from '@/lib/auth/scopes'
import { readNotifications } from '@/lib/server/reminder/notifications'

const schema = z.object({ until: z.coerce.number().int().nonnegative() })

export async function markRead(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(schema, form, async ({ until }) => {
    await readNotifications(await requireLearner('/notifications#markRead'), {
      until,
      now: Date.now(),
    })
    refresh()
    return 'Marked as read.'
  })
}
