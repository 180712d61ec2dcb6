'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { writtenForm, writtenOf } from '@/app/_authoring/written-input'
import { requiredText } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireInstructor } from '@/lib/auth/scopes'
import { type Saved, saveThing } from '@/lib/server/authoring/save-thing'
import { retireQuestion } from '@/lib/server/authoring/take-out'

type Collided = Extract<Saved, { kind: 'collided' }>

/** Leads to the draft, unless somebody else changed the same fields meanwhile. */
export async function save(
  _before: FormState<Collided>,
  form: FormData,
): Promise<FormState<Collided>> {
  return runForm(writtenForm, form, async (input) => {
    const scope = await requireInstructor('/authoring/[draft]/[thing]/[id]#save')
    const saved = await saveThing(scope, {
      draftId: input.draft,
      written: writtenOf(input),
      seen: input.seen,
      now: Date.now(),
    })
    if (saved.kind === 'collided') return saved
    redirect(`/authoring/${input.draft}`)
  })
}

const retirement = z.object({
  draft: z.string(),
  question: z.string(),
  reason: requiredText('Say why the question is retired.'),
})

export async function retire(_before: FormState<never>, form: FormData): Promise<FormState<never>> {
  return runForm(retirement, form, async ({ draft, question, reason }) => {
    const scope = await requireInstructor('/authoring/[draft]/[thing]/[id]#retire')
    await retireQuestion(scope, {
      draftId: draft,
      questionId: question,
      reason,
      now: Date.now(),
    })
    redirect(`/authoring/${draft}`)
  })
}
