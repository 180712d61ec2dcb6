'use server'

import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { z } from 'zod'
import { ticked } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
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
    // A learner's form has no such box: its absence says nothing.
    await saveReminders(
      scope,
      scope.user.role === 'learner' ? { dailyDigest } : { dailyDigest, weeklySummary },
    )
    refresh()
    return 'Saved.'
  })
}

/** Answers with the address: the one time it is known. */
export async function makeCalendar(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(z.object({}), form, async () => {
    const secret = await makeCalendarLink(await requireLearner())
    refresh()
    // The browser's own name for this server: right behind any proxy. Next has checked it by now.
    const origin = (await headers()).get('origin') ?? ''
    return `${origin}/api/calendar/${secret}.ics`
  })
}

export async function endCalendar(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(z.object({}), form, async () => {
    await endCalendarLink(await requireLearner())
    refresh()
    return 'Switched off.'
  })
}
