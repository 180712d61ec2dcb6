'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { chosenCourses, requiredText } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { publicOrigin } from '@/app/_http/public-origin'
import { requireInstructor } from '@/lib/auth/scopes'
import { createCohort } from '@/lib/server/cohort/create-cohort'
import { inviteIntoCohort } from '@/lib/server/people/create-invitation'
import { openCohortScope } from '@/lib/server/scope'
import type { MadeInvitation } from '../_invitations/made-invitation'

const schema = z.object({ name: requiredText('Enter a name for the cohort.') }).catchall(z.string())

export async function addCohort(
  _before: FormState<never>,
  form: FormData,
): Promise<FormState<never>> {
  return runForm(schema, form, async ({ name, ...inputs }) => {
    const courses = chosenCourses(inputs)
    const id = await createCohort(await requireInstructor('/cohorts#addCohort'), {
      name,
      // Where there is one course, nobody is asked.
      ...('which' in inputs ? { courses } : {}),
      now: Date.now(),
    })
    redirect(`/cohorts/${id}`)
  })
}

type BegunCohort = MadeInvitation & { readonly cohort: string; readonly name: string }

/** A link for the analysts of a first cohort: enough of them, and long enough. */
const FIRST_LINK = { role: 'learner', uses: 30, expiresInDays: 14 } as const

/** Creates a cohort and, in the same step, a link by which its analysts join. */
export async function beginCohort(
  _before: FormState<BegunCohort>,
  form: FormData,
): Promise<FormState<BegunCohort>> {
  return runForm(schema, form, async ({ name }) => {
    const instructor = await requireInstructor('/cohorts#beginCohort')
    const now = Date.now()
    const cohort = await createCohort(instructor, { name, now })
    const { code } = await inviteIntoCohort(await openCohortScope(instructor, cohort), {
      ...FIRST_LINK,
      now,
    })
    return { ...FIRST_LINK, cohort, name, link: `${await publicOrigin()}/join/${code}` }
  })
}
