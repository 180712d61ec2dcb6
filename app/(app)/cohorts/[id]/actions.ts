'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { cohortField, personField, requiredText, wholeNumber } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireInstructor } from '@/lib/auth/scopes'
import type { CohortId, UserId } from '@/lib/kernel/ids'
import { removeNote, writeNote } from '@/lib/server/cohort/instructor-notes'
import { endSnooze, snoozeRisk } from '@/lib/server/cohort/snooze-risk'
import { openCohortScope } from '@/lib/server/scope'

const person = {
  cohort: cohortField,
  learner: personField,
}
const opened = async (cohort: CohortId) => openCohortScope(await requireInstructor(), cohort)
const revalidate = (cohort: CohortId, learner: UserId) => {
  revalidatePath(`/cohorts/${cohort}`)
  revalidatePath(`/cohorts/${cohort}/learners/${learner}`)
}

const snoozeSchema = z.object({
  ...person,
  days: wholeNumber('Choose how long to snooze the flag.'),
  note: requiredText('Enter a note.'),
})

export async function snooze(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(snoozeSchema, form, async ({ cohort, learner, days, note }) => {
    await snoozeRisk(await opened(cohort), { userId: learner, days, note, now: Date.now() })
    revalidate(cohort, learner)
    return 'done'
  })
}

export async function wake(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(z.object(person), form, async ({ cohort, learner }) => {
    await endSnooze(await opened(cohort), { userId: learner, now: Date.now() })
    revalidate(cohort, learner)
    return 'done'
  })
}

const noteSchema = z.object({ ...person, text: requiredText('Enter a note.') })

export async function addNote(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(noteSchema, form, async ({ cohort, learner, text }) => {
    await writeNote(await opened(cohort), { userId: learner, text, now: Date.now() })
    revalidate(cohort, learner)
    return 'done'
  })
}

export async function dropNote(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(
    z.object({ ...person, note: z.uuid() }),
    form,
    async ({ cohort, learner, note }) => {
      await removeNote(await opened(cohort), { noteId: note })
      revalidate(cohort, learner)
      return 'done'
    },
  )
}
