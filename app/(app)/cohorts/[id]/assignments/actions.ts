'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { cohortField, reachField, requiredText, wholeNumber } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireInstructor } from '@/lib/auth/scopes'
import { asUserId, type CohortId } from '@/lib/kernel/ids'
import type { EntryFor } from '@/lib/policy/entries'
import {
  changeAssignment,
  createAssignment,
  extendAssignment,
  removeAssignment,
} from '@/lib/server/cohort/save-assignment'
import { openCohortScope } from '@/lib/server/scope'

const opened = async (entry: EntryFor<'instructor-of-cohort'>, id: CohortId) =>
  openCohortScope(await requireInstructor(entry), id)

const schema = z
  .object({
    cohort: cohortField,
    assignment: z.string().default(''),
    target: z
      .string('Choose a module or a lesson.')
      .regex(/^(module|lesson) .+/, 'Choose a module or a lesson.'),
    reach: reachField,
    when: z.enum(['on', 'after']),
    on: z.string().default(''),
    after: z.string().default(''),
    percent: wholeNumber('Enter the percentage as a whole number.'),
  })
  .superRefine(({ when, on, after }, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (when === 'on' && on === '') fault('on', 'Choose a day.')
    if (when === 'after' && !/^\d{1,3}$/.test(after.trim()))
      fault('after', 'Enter the days as a whole number.')
  })

/** Creates an assignment, or changes the one whose id is given. */
export async function saveAssignment(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(schema, form, async ({ cohort: cohortId, assignment, ...given }) => {
    const [kind = '', id = ''] = given.target.split(' ')
    const input = {
      target: { kind: kind === 'module' ? ('module' as const) : ('lesson' as const), id },
      reach: given.reach,
      due: given.when === 'on' ? { on: given.on } : { afterDays: Number(given.after) },
      targetPercent: given.percent,
      now: Date.now(),
    }
    const scope = await opened('/cohorts/[id]/assignments#saveAssignment', cohortId)
    if (assignment === '') await createAssignment(scope, input)
    else await changeAssignment(scope, { ...input, assignmentId: assignment })
    revalidatePath(`/cohorts/${cohortId}`, 'layout')
    return 'Saved.'
  })
}

export async function dropAssignment(_before: FormState, form: FormData): Promise<FormState> {
  const named = z.object({ cohort: cohortField, assignment: z.uuid() })
  return runForm(named, form, async ({ cohort: cohortId, assignment: assignmentId }) => {
    await removeAssignment(await opened('/cohorts/[id]/assignments#dropAssignment', cohortId), {
      assignmentId,
      now: Date.now(),
    })
    revalidatePath(`/cohorts/${cohortId}`, 'layout')
    redirect(`/cohorts/${cohortId}/assignments`)
  })
}

const extension = z.object({
  cohort: cohortField,
  assignment: z.uuid(),
  learner: z.uuid('Choose an analyst.').transform(asUserId),
  on: z.string().min(1, 'Choose a day.'),
  note: requiredText('Enter a reason.'),
})

export async function extend(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(extension, form, async ({ cohort: cohortId, assignment, learner, on, note }) => {
    const named = { assignmentId: assignment, userId: learner, now: Date.now() }
    await extendAssignment(await opened('/cohorts/[id]/assignments#extend', cohortId), {
      ...named,
      on,
      note,
    })
    revalidatePath(`/cohorts/${cohortId}`, 'layout')
    return 'Saved.'
  })
}

export async function cancelExtension(_before: FormState, form: FormData): Promise<FormState> {
  const named = extension.pick({ cohort: true, assignment: true, learner: true })
  return runForm(named, form, async ({ cohort: cohortId, assignment, learner }) => {
    const whose = { assignmentId: assignment, userId: learner, now: Date.now() }
    await extendAssignment(await opened('/cohorts/[id]/assignments#cancelExtension', cohortId), {
      ...whose,
      on: null,
      note: '',
    })
    revalidatePath(`/cohorts/${cohortId}`, 'layout')
    return 'The extension is cancelled.'
  })
}
