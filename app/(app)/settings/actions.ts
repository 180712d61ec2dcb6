'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { wholeNumber } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { emailField, nameField, passwordField } from '@/lib/account/fields'
import { intendToLink } from '@/lib/auth/provider-sign-in'
import { renewOwnSession } from '@/lib/auth/renew-session'
import { requireLearner, requireSession } from '@/lib/auth/scopes'
import { asSessionId } from '@/lib/kernel/ids'
import { changeOwnEmail } from '@/lib/server/people/change-own-email'
import { changePassword } from '@/lib/server/people/change-password'
import { proveOwnPassword, unlinkOwnIdentity } from '@/lib/server/people/link-identity'
import { endOtherSessions, endOwnSession } from '@/lib/server/people/other-sessions'
import { saveSettings } from '@/lib/server/settings/save-settings'

const settingsSchema = z.object({
  name: nameField,
  zone: z.string(),
  rolloverHour: wholeNumber('Choose an hour.'),
})

export async function save(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(settingsSchema, form, async (settings) => {
    await saveSettings(await requireLearner('/settings#save'), { ...settings, now: Date.now() })
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
    const { scope, sessionId } = await requireSession('/settings#changeEmail')
    await changeOwnEmail(scope, { ...input, now: Date.now() })
    await renewOwnSession({ sessionId, userId: scope.user.id })
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
    const { scope, sessionId } = await requireSession('/settings#endOthers')
    await endOtherSessions(scope, { keep: sessionId, now: Date.now() })
    refresh()
    return 'You are signed out everywhere else.'
  })
}

const sessionSchema = z.object({ session: z.string() })

export async function endOne(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(sessionSchema, form, async ({ session }) => {
    const sessionId = asSessionId(session)
    await endOwnSession(await requireLearner('/settings#endOne'), { sessionId, now: Date.now() })
    refresh()
    return 'The sign-in session is ended.'
  })
}

const provenSchema = z.object({
  currentPassword: z.string().min(1, 'Enter your current password.'),
})

/** Gives the way on, which is a link: a form may not lead to another site. */
export async function linkProvider(_before: FormState, form: FormData): Promise<FormState> {
  const work = async ({ currentPassword: password }: z.infer<typeof provenSchema>) => {
    const { scope, sessionId } = await requireSession('/settings#linkProvider')
    await proveOwnPassword(scope, password)
    await intendToLink(await renewOwnSession({ sessionId, userId: scope.user.id }))
    return '/settings/provider'
  }
  return runForm(provenSchema, form, work, { wrong_credentials: 'currentPassword' })
}

export async function unlinkProvider(_before: FormState, form: FormData): Promise<FormState> {
  const work = async ({ currentPassword: password }: z.infer<typeof provenSchema>) => {
    const { scope, sessionId } = await requireSession('/settings#unlinkProvider')
    await unlinkOwnIdentity(scope, { password, now: Date.now() })
    await renewOwnSession({ sessionId, userId: scope.user.id })
    refresh()
    return 'The link is ended.'
  }
  return runForm(provenSchema, form, work, { wrong_credentials: 'currentPassword' })
}

const passwordSchema = z.object({
  currentPassword: z.string().min(1, 'Enter your current password.'),
  newPassword: passwordField,
})

export async function setPassword(_before: FormState, form: FormData): Promise<FormState> {
  const work = async (passwords: z.infer<typeof passwordSchema>) => {
    const { scope, sessionId } = await requireSession('/settings#setPassword')
    await changePassword(scope, sessionId, { ...passwords, now: Date.now() })
    await renewOwnSession({ sessionId, userId: scope.user.id })
    return 'Your password is changed. All your other sign-in sessions have ended.'
  }
  return runForm(passwordSchema, form, work, {
    wrong_credentials: 'currentPassword',
    invalid_input: 'newPassword',
  })
}
