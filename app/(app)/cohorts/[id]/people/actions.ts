'use server'

import { refresh, revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireInstructor } from '@/lib/auth/viewer'
import { type Column, toCsv } from '@/lib/interop/csv'
import { decodeText } from '@/lib/interop/decode-text'
import { asCohortId, asUserId } from '@/lib/kernel/ids'
import { archiveCohort, renameCohort, reopenCohort } from '@/lib/server/cohort/cohort-life'
import { leaveCohort, moveAnalyst } from '@/lib/server/cohort/cohort-membership'
import { bulkInvite, checkRoster } from '@/lib/server/people/bulk-invite'
import type { RosterState } from './_components/roster-state'

const cohort = z.uuid().transform(asCohortId)
const person = z.uuid().transform(asUserId)
const by = async () => ({ actorId: (await requireInstructor()).userId, now: Date.now() })

const rosterSchema = z.object({
  cohort,
  text: z.string().default(''),
  file: z.instanceof(File).optional(),
  step: z.enum(['check', 'skip', 'none']),
})

const INVITED: readonly Column<{ name: string; email: string; link: string }>[] = [
  { head: 'name', value: ({ name }) => name },
  { head: 'email', value: ({ email }) => email },
  { head: 'link', value: ({ link }) => link },
]

/** Checks the lines first; then invites, with the wrong lines left out or not at all. */
export async function inviteRoster(
  _before: FormState<RosterState>,
  form: FormData,
): Promise<FormState<RosterState>> {
  return runForm(rosterSchema, form, async ({ cohort: cohortId, text: typed, file, step }) => {
    const { actorId, now } = await by()
    const text =
      file !== undefined && file.size > 0
        ? decodeText(new Uint8Array(await file.arrayBuffer()))
        : typed
    if (step === 'check') {
      return { step: 'checked', text, ...(await checkRoster({ actorId, cohortId, text })) }
    }
    const done = await bulkInvite({ actorId, cohortId, text, faulty: step, now })
    refresh()
    const origin = (await headers()).get('origin') ?? ''
    const invited = done.invited.map(({ name, email, code }) => ({
      name,
      email,
      link: `${origin}/join/${code}`,
    }))
    return { step: 'invited', faults: done.faults, invited, csv: toCsv(INVITED, invited) }
  })
}

export async function rename(_before: FormState, form: FormData): Promise<FormState> {
  const schema = z.object({ cohort, name: z.string().trim().min(1, 'Give the cohort a name.') })
  return runForm(schema, form, async ({ cohort: cohortId, name }) => {
    await renameCohort({ ...(await by()), cohortId, name })
    refresh()
    return 'Renamed.'
  })
}

export async function archive(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(z.object({ cohort }), form, async ({ cohort: cohortId }) => {
    await archiveCohort({ ...(await by()), cohortId })
    refresh()
    return 'Archived.'
  })
}

export async function reopen(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(z.object({ cohort }), form, async ({ cohort: cohortId }) => {
    await reopenCohort({ ...(await by()), cohortId })
    refresh()
    return 'Open again.'
  })
}

/** Where to go when the page is about somebody who is not there any more. */
export async function removePerson(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(
    z.object({ cohort, person }),
    form,
    async ({ cohort: cohortId, person: userId }) => {
      const { actorId, now } = await by()
      await leaveCohort({ actorId, now, cohortId, userId })
      revalidatePath(`/cohorts/${cohortId}`, 'layout')
      redirect(userId === actorId ? '/cohorts' : `/cohorts/${cohortId}/people`)
    },
  )
}

export async function movePerson(_before: FormState, form: FormData): Promise<FormState> {
  const schema = z.object({ cohort, person, to: cohort })
  return runForm(schema, form, async ({ cohort: cohortId, person: userId, to }) => {
    await moveAnalyst({ ...(await by()), cohortId, userId, to })
    revalidatePath('/cohorts', 'layout')
    redirect(`/cohorts/${to}/learners/${userId}`)
  })
}
