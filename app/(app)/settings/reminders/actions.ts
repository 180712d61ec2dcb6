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

const settings = z.object({ dailyDigest: ticked, weeklySummary: ticked })

export async function save(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(settings, form, async ({ dailyDigest, weeklySummary }) => {
    const scope = await requireLearner()
    // A learner's form has no such box, so its absence has no meaning.
    await saveReminders(
      scope,
      scope.user.role === 'learner' ? { dailyDigest } : { dailyDigest, weeklySummary },
    )
    refresh()
    return 'Your reminders are saved.'
  })
}

/** The answer contains the address, which is known only at this moment. */
export async function makeCalendar(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(z.object({}), form, async () => {
    const secret = await makeCalendarLink(await requireLearner())
    refresh()
    const origin = await publicOrigin()
    return `${origin}/api/calendar/${secret}.ics`
  })
}

export async function endCalendar(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(z.object({}), form, async () => {
    await endCalendarLink(await requireLearner())
    refresh()
    return 'The calendar is turned off.'
  })
}
