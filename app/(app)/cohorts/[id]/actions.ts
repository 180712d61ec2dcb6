'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { longDate } from '@/app/_format/calendar-date'
import { cohortField, personField, requiredText, wholeNumber } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { tellUndo } from '@/app/_undo/undo-cookie'
import { requireInstructor } from '@/lib/auth/scopes'
import { count } from '@/lib/kernel/count'
import type { CohortId, UserId } from '@/lib/kernel/ids'
import type { EntryFor } from '@/lib/policy/entries'
import { extendSeveral, messageSeveral, moveSeveral } from '@/lib/server/cohort/act-on-several'
import { removeNote, writeNote } from '@/lib/server/cohort/instructor-notes'
import { endSnooze, snoozeRisk } from '@/lib/server/cohort/snooze-risk'
import { openCohortScope } from '@/lib/server/scope'

const person = {
  cohort: cohortField,
  learner: personField,
}
const opened = async (entry: EntryFor<'instructor-of-cohort'>, cohort: CohortId) =>
  openCohortScope(await requireInstructor(entry), cohort)
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
    await snoozeRisk(await opened('/cohorts/[id]#snooze', cohort), {
      userId: learner,
      days,
      note,
      now: Date.now(),
    })
    revalidate(cohort, learner)
    return 'done'
  })
}

export async function wake(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(z.object(person), form, async ({ cohort, learner }) => {
    await endSnooze(await opened('/cohorts/[id]#wake', cohort), {
      userId: learner,
      now: Date.now(),
    })
    revalidate(cohort, learner)
    return 'done'
  })
}

const noteSchema = z.object({ ...person, text: requiredText('Enter a note.') })

export async function addNote(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(noteSchema, form, async ({ cohort, learner, text }) => {
    await writeNote(await opened('/cohorts/[id]#addNote', cohort), {
      userId: learner,
      text,
      now: Date.now(),
    })
    revalidate(cohort, learner)
    return 'done'
  })
}

export async function dropNote(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(
    z.object({ ...person, note: z.uuid() }),
    form,
    async ({ cohort, learner, note }) => {
      await removeNote(await opened('/cohorts/[id]#dropNote', cohort), {
        noteId: note,
        now: Date.now(),
      })
      revalidate(cohort, learner)
      return 'done'
    },
  )
}

/** Analysts who were chosen, the id of the act, and the page to go back to. */
const chosen = {
  cohort: cohortField,
  act: z.uuid(),
  people: z
    .string()
    .transform((ids) => ids.split(' '))
    .pipe(z.array(personField).min(1, 'Choose at least one analyst.')),
  back: z.string(),
}

type Told = {
  readonly cohort: CohortId
  readonly act: string
  readonly said: string
  readonly now: number
}

/** Says what was done, with an undo, on the page on which the analysts were chosen. */
async function doneToSeveral(by: UserId, back: string, { cohort, act, said, now }: Told) {
  await tellUndo(by, { at: now, said, undo: { kind: 'several', cohort, act } })
  revalidatePath(`/cohorts/${cohort}`, 'layout')
  const own = `/cohorts/${cohort}`
  return redirect(back === own || back.startsWith(`${own}?`) ? back : own)
}

export async function extendChosen(_before: FormState, form: FormData): Promise<FormState> {
  const schema = z.object({
    ...chosen,
    assignment: z.uuid('Choose an assignment.'),
    on: z.string().min(1, 'Choose a day.'),
    note: requiredText('Enter a reason.'),
  })
  return runForm(schema, form, async ({ cohort, act, people, back, assignment, on, note }) => {
    const scope = await opened('/cohorts/[id]#extendChosen', cohort)
    const now = Date.now()
    await extendSeveral(scope, { actId: act, people, now, assignmentId: assignment, on, note })
    const said = `The due date of ${count(people.length, 'analyst')} is moved to ${longDate(on)}.`
    return doneToSeveral(scope.viewer.id, back, { cohort, act, said, now })
  })
}

export async function messageChosen(_before: FormState, form: FormData): Promise<FormState> {
  const schema = z.object({
    ...chosen,
    title: requiredText('Enter a subject.'),
    text: requiredText('Enter a message.'),
  })
  return runForm(schema, form, async ({ cohort, act, people, back, title, text }) => {
    const scope = await opened('/cohorts/[id]#messageChosen', cohort)
    const now = Date.now()
    await messageSeveral(scope, { actId: act, people, now, title, text })
    const said = `The message is sent to ${count(people.length, 'analyst')}.`
    return doneToSeveral(scope.viewer.id, back, { cohort, act, said, now })
  })
}

export async function moveChosen(_before: FormState, form: FormData): Promise<FormState> {
  const schema = z.object({ ...chosen, to: cohortField })
  return runForm(schema, form, async ({ cohort, act, people, back, to }) => {
    const scope = await opened('/cohorts/[id]#moveChosen', cohort)
    const target = await opened('/cohorts/[id]#moveChosen', to)
    const now = Date.now()
    await moveSeveral(scope, target, { actId: act, people, now })
    const said = `${count(people.length, 'analyst')} moved to “${target.cohort.name}”.`
    return doneToSeveral(scope.viewer.id, back, { cohort, act, said, now })
  })
}
