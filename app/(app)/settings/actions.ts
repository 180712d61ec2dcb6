'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { wholeNumber } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { emailField, nameField, passwordField } from '@/lib/account/fields'
import { requireLearner, requireViewer } from '@/lib/auth/scopes'
import { changeOwnEmail } from '@/lib/server/people/change-own-email'
import { changePassword } from '@/lib/server/people/change-password'
import { endOtherSessions } from '@/lib/server/people/other-sessions'
import { saveSettings } from '@/lib/server/settings/save-settings'

const settingsSchema = z.object({
  name: nameField,
  zone: z.string(),
  rolloverHour: wholeNumber('Choose an hour.'),
})

export async function save(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(settingsSchema, form, async (settings) => {
    await saveSettings(await requireLearner(), settings)
    refresh()
    return 'Your settings are saved.'
  })
}

const emailSchema = z.object({
  email: emailField,
  currentPassword: z.string().min(1, 'Enter your current password.'),
})

export async function changeEmail(_before: FormState, form: FormData): Promise<FormState> {
  const work = async (input: z.infer<typeof emailSchema>) => {
    await changeOwnEmail(await requireLearner(), { ...input, now: Date.now() })
    refresh()
    return `From now on you sign in with ${input.email}.`
  }
  return runForm(emailSchema, form, work, {
    wrong_credentials: 'currentPassword',
    email_taken: 'email',
  })
}

export async function endOthers(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(z.object({}), form, async () => {
    const { scope, sessionId } = await requireViewer()
    await endOtherSessions(scope, { keep: sessionId, now: Date.now() })
    refresh()
    return 'You are signed out everywhere else.'
  })
}

const passwordSchema = z.object({
  currentPassword: z.string().min(1, 'Enter your current password.'),
  newPassword: passwordField,
})

export async function setPassword(_before: FormState, form: FormData): Promise<FormState> {
  const work = async (passwords: z.infer<typeof passwordSchema>) => {
    const { scope, sessionId } = await requireViewer()
    await changePassword(scope, sessionId, { ...passwords, now: Date.now() })
    return 'Your password is changed. All your other sign-in sessions have ended.'
  }
  return runForm(passwordSchema, form, work, {
    wrong_credentials: 'currentPassword',
    invalid_input: 'newPassword',
  })
}
