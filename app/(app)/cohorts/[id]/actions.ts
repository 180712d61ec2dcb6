'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formNumber } from '@/app/_forms/form-number'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireInstructor } from '@/lib/auth/viewer'
import { asCohortId, asUserId } from '@/lib/kernel/ids'
import { removeNote, writeNote } from '@/lib/server/cohort/instructor-notes'
import { endSnooze, snoozeRisk } from '@/lib/server/cohort/snooze-risk'

const person = { cohort: z.uuid(), learner: z.uuid() }
const pageOf = ({ cohort, learner }: { cohort: string; learner: string }) => {
  revalidatePath(`/cohorts/${cohort}`)
  revalidatePath(`/cohorts/${cohort}/learners/${learner}`)
}

const snoozeSchema = z.object({
  ...person,
  days: formNumber('Choose for how long.'),
  note: z.string().trim().min(1, 'Say in a word why.'),
})

export async function snooze(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(snoozeSchema, form, async ({ cohort, learner, days, note }) => {
    const { userId: actorId } = await requireInstructor()
    const named = { cohortId: asCohortId(cohort), userId: asUserId(learner) }
    await snoozeRisk({ actorId, ...named, days, note, now: Date.now() })
    pageOf({ cohort, learner })
    return 'done'
  })
}

export async function wake(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(z.object(person), form, async ({ cohort, learner }) => {
    const { userId: actorId } = await requireInstructor()
    const named = { cohortId: asCohortId(cohort), userId: asUserId(learner) }
    await endSnooze({ actorId, ...named, now: Date.now() })
    pageOf({ cohort, learner })
    return 'done'
  })
}

const noteSchema = z.object({ ...person, text: z.string().trim().min(1, 'Write the note first.') })

export async function addNote(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(noteSchema, form, async ({ cohort, learner, text }) => {
    const { userId: actorId } = await requireInstructor()
    const named = { cohortId: asCohortId(cohort), userId: asUserId(learner) }
    await writeNote({ actorId, ...named, text, now: Date.now() })
    pageOf({ cohort, learner })
    return 'done'
  })
}

export async function dropNote(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(
    z.object({ ...person, note: z.uuid() }),
    form,
    async ({ cohort, learner, note }) => {
      const { userId: actorId } = await requireInstructor()
      await removeNote({ actorId, cohortId: asCohortId(cohort), noteId: note })
      pageOf({ cohort, learner })
      return 'done'
    },
  )
}
