'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { requiredText, ticked } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireInstructor } from '@/lib/auth/scopes'
import { isPartialDate } from '@/lib/course/partial-date'
import { asFactId, asSourceId } from '@/lib/kernel/ids'
import { retract } from '@/lib/server/course/retract'

const schema = z.object({
  kind: z.enum(['source', 'fact']),
  id: z.string().max(200),
  version: z.coerce.number().int().min(1),
  reason: requiredText('Say why it was withdrawn.').pipe(
    z.string().max(500, 'Keep the reason to 500 characters.'),
  ),
  date: z.string().trim().refine(isPartialDate, {
    error: 'Write the date as 2007, 2007-06 or 2007-06-17.',
  }),
  retire: ticked,
  retest: ticked,
})

/** Withdraws what the page is about, in the version that the page has shown. */
export async function withdraw(
  _before: FormState<never>,
  form: FormData,
): Promise<FormState<never>> {
  return runForm(schema, form, async (input) => {
    const { kind, id, version: expectedVersion, ...rest } = input
    const scope = await requireInstructor('/course/withdraw/[kind]/[id]#withdraw')
    const { version } = await retract(scope, {
      withdrawn: kind === 'source' ? { kind, id: asSourceId(id) } : { kind, id: asFactId(id) },
      ...{ ...rest, expectedVersion, now: Date.now() },
    })
    redirect(`/course/versions/${version}`)
  })
}
