'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { requiredText } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireInstructor } from '@/lib/auth/scopes'
import { createCohort } from '@/lib/server/cohort/create-cohort'

const schema = z.object({ name: requiredText('Enter a name for the cohort.') })

export async function addCohort(
  _before: FormState<never>,
  form: FormData,
): Promise<FormState<never>> {
  return runForm(schema, form, async ({ name }) => {
    const id = await createCohort(await requireInstructor(), { name, now: Date.now() })
    redirect(`/cohorts/${id}`)
  })
}
