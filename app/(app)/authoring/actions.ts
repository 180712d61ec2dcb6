'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { requiredText } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireInstructor } from '@/lib/auth/scopes'
import { isId, isThing } from '@/lib/authoring/thing'
import { startCourse } from '@/lib/server/authoring/start-course'
import { startDraft } from '@/lib/server/authoring/start-draft'

const schema = z.object({
  title: requiredText('Say what the draft is about.'),
  thing: z.string().default(''),
  id: z.string().default(''),
  course: z.string().default(''),
})

/** Leads to the new draft, or to the form of what is to be edited in it. */
export async function start(_before: FormState<never>, form: FormData): Promise<FormState<never>> {
  return runForm(schema, form, async ({ title, thing, id, course }) => {
    const scope = await requireInstructor('/authoring#start')
    const about = isThing(thing) && isId(id) ? { thing, id } : null
    const draft = await startDraft(scope, {
      title,
      course: course === '' ? null : course,
      about,
      now: Date.now(),
    })
    redirect(about ? `/authoring/${draft}/${about.thing}/${about.id}` : `/authoring/${draft}`)
  })
}

const newCourse = z.object({
  title: requiredText('Give the course a title.'),
  summary: requiredText('Say what the course is about.'),
  id: z.string().default(''),
})

/** Leads to a draft with the new course in it. */
export async function beginCourse(
  _before: FormState<never>,
  form: FormData,
): Promise<FormState<never>> {
  return runForm(newCourse, form, async ({ title, summary, id }) => {
    const scope = await requireInstructor('/authoring#beginCourse')
    const draft = await startCourse(scope, { title, summary, id, now: Date.now() })
    redirect(`/authoring/${draft}`)
  })
}
