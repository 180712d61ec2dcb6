'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { writtenForm, writtenOf } from '@/app/_authoring/written-input'
import { requiredText } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireInstructor } from '@/lib/auth/scopes'
import { THINGS } from '@/lib/authoring/thing'
import { storable } from '@/lib/kernel/visible-text'
import { type AddedImage, addImage } from '@/lib/server/authoring/add-image'
import { removeThing } from '@/lib/server/authoring/remove-thing'
import { type Saved, saveThing } from '@/lib/server/authoring/save-thing'
import { retireQuestion } from '@/lib/server/authoring/take-out'
import type { Written } from '@/lib/server/authoring/written-thing'
import type { InstructorScope } from '@/lib/server/scope'

type Collided = Extract<Saved, { kind: 'collided' }>

/** Leads to the draft, unless somebody else changed the same fields meanwhile. */
export async function save(
  _before: FormState<Collided>,
  form: FormData,
): Promise<FormState<Collided>> {
  return runForm(writtenForm, form, async (input) => {
    const scope = await requireInstructor('/authoring/[draft]/[thing]/[id]#save')
    const written = writtenOf(input)
    const sent = await sentFile(scope, input.draft, form)
    const saved = await saveThing(scope, {
      draftId: input.draft,
      written: sent === null ? written : { ...written, ...withFile(written, sent) },
      seen: input.seen,
      now: Date.now(),
    })
    if (saved.kind === 'collided') return saved
    redirect(`/authoring/${input.draft}`)
  })
}

/** A browser without JavaScript sends the file of an image with the form. */
async function sentFile(
  scope: InstructorScope,
  draftId: string,
  form: FormData,
): Promise<AddedImage | null> {
  const file = form.get('upload')
  if (!(file instanceof File) || file.size === 0) return null
  const bytes = new Uint8Array(await file.arrayBuffer())
  return addImage(scope, { draftId, name: storable(file.name), bytes, now: Date.now() })
}

const withFile = ({ form }: Written, { name, content }: AddedImage) => ({
  content,
  form: { ...form, file: name },
})

export async function remove(_before: FormState, form: FormData): Promise<FormState> {
  const schema = z.object({ draft: z.string(), thing: z.enum(THINGS), id: z.string() })
  return runForm(schema, form, async ({ draft, thing, id }) => {
    const scope = await requireInstructor('/authoring/[draft]/[thing]/[id]#remove')
    await removeThing(scope, { draftId: draft, thing, id, now: Date.now() })
    redirect(`/authoring/${draft}`)
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
