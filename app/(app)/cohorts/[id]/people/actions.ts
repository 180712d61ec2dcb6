'use server'

import { refresh, revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { chosenCourses, cohortField, personField, requiredText } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { publicOrigin } from '@/app/_http/public-origin'
import { tellUndo } from '@/app/_undo/undo-cookie'
import { requireInstructor } from '@/lib/auth/scopes'
import { type Column, toCsv } from '@/lib/interop/csv'
import type { Roster } from '@/lib/interop/roster/read-roster'
import { COLUMN_ROLES, type RosterFault, SEPARATORS } from '@/lib/interop/roster/reading'
import type { CohortId } from '@/lib/kernel/ids'
import type { EntryFor } from '@/lib/policy/entries'
import { chooseCourses } from '@/lib/server/cohort/choose-courses'
import { archiveCohort, renameCohort, reopenCohort } from '@/lib/server/cohort/cohort-life'
import { leaveCohort, moveLearner } from '@/lib/server/cohort/cohort-membership'
import { bulkInvite, checkRoster } from '@/lib/server/people/bulk-invite'
import { cohortScope, openCohortScope } from '@/lib/server/scope'
import type { RosterState } from './_components/roster-state'

const opened = async (entry: EntryFor<'instructor-of-cohort'>, id: CohortId) =>
  openCohortScope(await requireInstructor(entry), id)

const emptyAsUnchosen = z
  .literal('')
  .optional()
  .transform(() => undefined)

const rosterSchema = z.object({
  cohort: cohortField,
  text: requiredText('Enter at least one person, or choose a file.'),
  separator: z.enum(SEPARATORS.map(([separator]) => separator)).or(emptyAsUnchosen),
  columns: emptyAsUnchosen.or(
    z
      .string()
      .transform((roles) => roles.split(' '))
      .pipe(z.array(z.enum(COLUMN_ROLES)).max(200)),
  ),
  step: z.enum(['check', 'skip', 'none', 'mail-skip', 'mail-none']),
})

const INVITED: readonly Column<{ name: string; email: string; link: string }>[] = [
  { head: 'name', value: ({ name }) => name },
  { head: 'email', value: ({ email }) => email },
  { head: 'link', value: ({ link }) => link },
]

/**
 * Checks the lines first, and shows how they were read. Then invites everybody, or only the people
 * whose lines have no errors.
 */
export async function inviteRoster(
  _before: FormState<RosterState>,
  form: FormData,
): Promise<FormState<RosterState>> {
  return runForm(rosterSchema, form, async ({ cohort: cohortId, step, ...roster }) => {
    const scope = await opened('/cohorts/[id]/people#inviteRoster', cohortId)
    if (step === 'check') return checkedState(await checkRoster(scope, roster))
    const byMail = step === 'mail-skip' || step === 'mail-none'
    const faulty = step === 'skip' || step === 'mail-skip' ? 'skip' : 'none'
    const done = await bulkInvite(scope, { ...roster, faulty, byMail, now: Date.now() })
    refresh()
    if (byMail) {
      return {
        step: 'mailed',
        ...shownFaults(done.faults),
        people: done.invited.length,
        invited: done.invited.slice(0, SHOWN).map(({ name, email }) => ({ name, email })),
      }
    }
    const origin = await publicOrigin()
    const invited = done.invited.map(({ name, email, code }) => ({
      name,
      email,
      link: `${origin}/join/${code}`,
    }))
    return {
      step: 'invited',
      ...shownFaults(done.faults),
      people: invited.length,
      invited: invited.slice(0, SHOWN),
      csv: toCsv(INVITED, invited),
    }
  })
}

// A page shows the first of many lines; the file of links has them all.
const SHOWN = 100

const shownFaults = (faults: readonly RosterFault[]) => ({
  faults: faults.slice(0, SHOWN),
  faultsInAll: faults.length,
})

const checkedState = ({ rows, faults, reading, sample }: Roster): RosterState => ({
  step: 'checked',
  reading,
  sample,
  people: rows.length,
  turned: rows.filter(({ turned }) => turned).length,
  first: rows.slice(0, 10),
  ...shownFaults(faults),
})

export async function rename(_before: FormState, form: FormData): Promise<FormState> {
  const schema = z.object({
    cohort: cohortField,
    name: requiredText('Enter a name for the cohort.'),
  })
  return runForm(schema, form, async ({ cohort: cohortId, name }) => {
    await renameCohort(await opened('/cohorts/[id]/people#rename', cohortId), {
      name,
      now: Date.now(),
    })
    refresh()
    return 'The cohort is renamed.'
  })
}

/** A course that goes from a cohort takes nothing with it. */
export async function choose(_before: FormState, form: FormData): Promise<FormState> {
  const schema = z.object({ cohort: cohortField }).catchall(z.string())
  return runForm(schema, form, async ({ cohort: cohortId, ...inputs }) => {
    await chooseCourses(await opened('/cohorts/[id]/people#choose', cohortId), {
      courses: chosenCourses(inputs),
      now: Date.now(),
    })
    refresh()
    return 'The courses of the cohort are changed.'
  })
}

export async function archive(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(z.object({ cohort: cohortField }), form, async ({ cohort: cohortId }) => {
    const scope = await cohortScope(
      await requireInstructor('/cohorts/[id]/people#archive'),
      cohortId,
    )
    const now = Date.now()
    await archiveCohort(scope, { now })
    const said = 'The cohort is archived. Its assignments are paused, and nobody can join it.'
    await tellUndo(scope.viewer.id, { at: now, said, undo: { kind: 'archived', cohort: cohortId } })
    refresh()
    return said
  })
}

export async function reopen(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(z.object({ cohort: cohortField }), form, async ({ cohort: cohortId }) => {
    const scope = await cohortScope(
      await requireInstructor('/cohorts/[id]/people#reopen'),
      cohortId,
    )
    await reopenCohort(scope, { now: Date.now() })
    refresh()
    return 'The cohort is open again.'
  })
}

/** Leads away from the page of the person, which no longer exists. */
export async function removePerson(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(
    z.object({ cohort: cohortField, person: personField }),
    form,
    async ({ cohort: cohortId, person: userId }) => {
      const scope = await opened('/cohorts/[id]/people#removePerson', cohortId)
      const now = Date.now()
      const { name, ...member } = await leaveCohort(scope, { userId, now })
      revalidatePath(`/cohorts/${cohortId}`, 'layout')
      if (userId === scope.viewer.id) redirect('/cohorts')
      const said = `${name} is removed from “${scope.cohort.name}”. The account, all cards and all answers are kept.`
      const undo = { kind: 'removed', cohort: cohortId, member } as const
      await tellUndo(scope.viewer.id, { at: now, said, undo })
      redirect(`/cohorts/${cohortId}/people`)
    },
  )
}

export async function movePerson(_before: FormState, form: FormData): Promise<FormState> {
  const schema = z.object({ cohort: cohortField, person: personField, to: cohortField })
  return runForm(schema, form, async ({ cohort: cohortId, person: userId, to }) => {
    const from = await opened('/cohorts/[id]/people#movePerson', cohortId)
    const target = await opened('/cohorts/[id]/people#movePerson', to)
    await moveLearner(from, target, { userId, now: Date.now() })
    revalidatePath('/cohorts', 'layout')
    redirect(`/cohorts/${to}/learners/${userId}`)
  })
}
