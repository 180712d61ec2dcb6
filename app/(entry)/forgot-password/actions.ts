'use server'

import { after } from 'next/server'
import { z } from 'zod'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { emailField } from '@/lib/account/fields'
import { currentVisitor } from '@/lib/auth/visitor'
import { AppError } from '@/lib/kernel/app-error'
import {
  canAskForPasswordLink,
  countPasswordRequest,
  sendPasswordLink,
} from '@/lib/server/people/ask-password-link'

const schema = z.object({ email: emailField })

/** The mail is sent after the answer, so that the time it takes tells nothing about the account. */
export async function askForLink(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(schema, form, async ({ email }) => {
    if (!canAskForPasswordLink()) {
      throw new AppError(
        'not_allowed',
        'No mail server is configured, so no link was sent. Ask an administrator for one.',
      )
    }
    const { address } = await currentVisitor()
    await countPasswordRequest({ email, from: address })
    after(() => sendPasswordLink({ email, now: Date.now() }))
    return `If there is an account with the address ${email}, a link is on its way. It works once, within 24 hours. If nothing comes within a few minutes, look among unwanted mail, or ask an administrator for a link.`
  })
}
