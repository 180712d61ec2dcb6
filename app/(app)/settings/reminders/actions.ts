'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { ticked } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { publicOrigin } from '@/app/_http/public-origin'
import { requireLearner } from '@/lib/auth/scopes'
import {
  endCalendarLink,
  makeCalendarLink,
  saveReminders,
} from '@/lib/server/settings/reminder-settings'

const GROUPS = ['assignments', 'exams', 'results', 'cohorts'] as const

const settings = z.object({
  dailyDigest: ticked,
  weeklySummary: ticked,
  /** The form that has the boxes for notices says so, as a box that is not ticked sends nothing. */
  notices: z.literal('yes').optional(),
  assignments: ticked,
  exams: ticked,
  results: ticked,
  cohorts: ticked,
})

export async function save(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(settings, form, async ({ dailyDigest, weeklySummary, notices, ...byMail }) => {
    const groups = GROUPS.filter((group) => byMail[group])
    const noticesByMail = notices === 'yes' ? { noticesByMail: groups } : {}
    const scope = await requireLearner('/settings/reminders#save')
    // A learner's form has no such box, so its absence has no meaning.
    await saveReminders(
      scope,
      {
        ...noticesByMail,
        dailyDigest,
        ...(scope.user.role === 'learner' ? {} : { weeklySummary }),
      },
      Date.now(),
    )
    refresh()
    return 'Your reminders are saved.'
  })
}

/** The answer contains the address, which is known only at this moment. */
export async function makeCalendar(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(z.object({}), form, async () => {
    const secret = await makeCalendarLink(
      await requireLearner('/settings/reminders#makeCalendar'),
      Date.now(),
    )
    refresh()
    const origin = await publicOrigin()
    return `${origin}/api/calendar/${secret}.ics`
  })
}

export async function endCalendar(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(z.object({}), form, async () => {
    await endCalendarLink(await requireLearner('/settings/reminders#endCalendar'), Date.now())
    refresh()
    return 'The calendar is turned off.'
  })
}
