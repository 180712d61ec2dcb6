'use server'

import { refresh, revalidatePath } from 'next/cache'
import { z } from 'zod'
import { requiredText, wholeNumber } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireInstructor } from '@/lib/auth/scopes'
import { askForReview, sendBack, withdrawDraft } from '@/lib/server/authoring/decide-draft'
import { publishDraft } from '@/lib/server/authoring/publish-draft'
import { takeOut } from '@/lib/server/authoring/take-out'

const decision = {
  draft: z.string(),
  revision: wholeNumber('Reload the page, and look at the draft again.'),
}

export async function takeOutOfDraft(_before: FormState, form: FormData): Promise<FormState> {
  const schema = z.object({ draft: z.string(), path: z.string(), list: z.string(), id: z.string() })
  return runForm(schema, form, async ({ draft, list, ...target }) => {
    const scope = await requireInstructor('/authoring/[draft]#takeOutOfDraft')
    await takeOut(scope, {
      draftId: draft,
      ...target,
      list: list === '' ? null : list,
      now: Date.now(),
    })
    refresh()
    return 'It is taken out of the draft.'
  })
}

export async function askReview(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(z.object(decision), form, async ({ draft, revision }) => {
    const scope = await requireInstructor('/authoring/[draft]#askReview')
    await askForReview(scope, { draftId: draft, revision, now: Date.now() })
    refresh()
    return 'The draft waits for review.'
  })
}

export async function returnDraft(_before: FormState, form: FormData): Promise<FormState> {
  const schema = z.object({ ...decision, comment: requiredText('Say what is to be done.') })
  return runForm(schema, form, async ({ draft, revision, comment }) => {
    const scope = await requireInstructor('/authoring/[draft]#returnDraft')
    await sendBack(scope, { draftId: draft, revision, comment, now: Date.now() })
    refresh()
    return 'The draft is sent back.'
  })
}

export async function publish(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(z.object(decision), form, async ({ draft, revision }) => {
    const scope = await requireInstructor('/authoring/[draft]#publish')
    const version = await publishDraft(scope, { draftId: draft, revision, now: Date.now() })
    revalidatePath('/', 'layout')
    return `It is published as version ${version}.`
  })
}

export async function withdraw(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(z.object(decision), form, async ({ draft, revision }) => {
    const scope = await requireInstructor('/authoring/[draft]#withdraw')
    await withdrawDraft(scope, { draftId: draft, revision, now: Date.now() })
    refresh()
    return 'The draft is withdrawn.'
  })
}
