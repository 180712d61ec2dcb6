'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { fieldsIn } from '@/app/_authoring/field-name'
import { requiredText } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireInstructor } from '@/lib/auth/scopes'
import { addDocument } from '@/lib/server/authoring/add-document'

const schema = z
  .object({
    draft: z.string(),
    text: requiredText('Choose a file, or paste the text of the document.'),
  })
  .catchall(z.string())

export async function addOwnDocument(
  _before: FormState<never>,
  form: FormData,
): Promise<FormState<never>> {
  return runForm(schema, form, async ({ draft, text, ...inputs }) => {
    const scope = await requireInstructor('/authoring/[draft]/document#addOwnDocument')
    await addDocument(scope, {
      draftId: draft,
      text,
      form: fieldsIn(Object.entries(inputs)),
      now: Date.now(),
    })
    redirect(`/authoring/${draft}`)
  })
}
