'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { requiredText } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireInstructor } from '@/lib/auth/scopes'
import {
  checkTable,
  importQuestions,
  type TableCheck,
} from '@/lib/server/authoring/import-questions'
import type { TableState } from './_components/table-state'

const schema = z.object({
  draft: z.string(),
  text: requiredText('Paste a table, or choose a file.'),
  step: z.enum(['check', 'import']),
})

/** Shows first what the table says. Leads to the draft once it is imported. */
export async function importTable(
  _before: FormState<TableState>,
  form: FormData,
): Promise<FormState<TableState>> {
  return runForm(schema, form, async ({ draft, text, step }) => {
    const scope = await requireInstructor('/authoring/[draft]/table#importTable')
    if (step === 'check') return shown(await checkTable(scope, { draftId: draft, text }))
    await importQuestions(scope, { draftId: draft, text, now: Date.now() })
    redirect(`/authoring/${draft}`)
  })
}

const MOST_FAULTS = 100

const shown = ({ questions, faults }: TableCheck): TableState => ({
  questions,
  faults: faults.slice(0, MOST_FAULTS),
  more: Math.max(0, faults.length - MOST_FAULTS),
})
