'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { requiredText } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireInstructor } from '@/lib/auth/scopes'
import { isId, isThing } from '@/lib/authoring/thing'
import { startDraft } from '@/lib/server/authoring/start-draft'

const schema = z.object({
  title: requiredText('Say what the draft is about.'),
  thing: z.string().default(''),
  id: z.string().default(''),
})

/** Leads to the new draft, or to the form of what is to be edited in it. */
export async function start(_before: FormState<never>, form: FormData): Promise<FormState<never>> {
  return runForm(schema, form, async ({ title, thing, id }) => {
    const scope = await requireInstructor('/authoring#start')
    const draft = await startDraft(scope, { title, now: Date.now() })
    redirect(
      isThing(thing) && isId(id) ? `/authoring/${draft}/${thing}/${id}` : `/authoring/${draft}`,
    )
  })
}
