'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireLearner } from '@/lib/auth/scopes'
import { asQuestionId } from '@/lib/kernel/ids'
import { actOnCards } from '@/lib/server/study/act-on-card'

/** `questionIds`: one or more ids, separated by spaces. */
const schema = z.object({
  questionIds: z
    .string()
    .trim()
    .min(1, 'Choose at least one question.')
    .transform((ids) => ids.split(/\s+/).map(asQuestionId)),
  kind: z.enum(['unsuspend', 'reset'], 'Choose what to do.'),
})

export async function resume(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(schema, form, async ({ questionIds, kind }) => {
    const scope = await requireLearner('/set-aside#resume')
    const now = Date.now()
    if (kind === 'reset') await actOnCards(scope, { questionIds, kind: 'reset', now })
    else await actOnCards(scope, { questionIds, kind: 'unsuspend', now })
    refresh()
    return kind === 'reset' ? 'Reset. It is a new question again.' : 'Resumed.'
  })
}
