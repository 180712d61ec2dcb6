import 'server-only'
import { z } from 'zod'
import { passwordRule } from '@/lib/server/people/password-rule'
import { requiredText } from './form-fields'

const { minLength } = passwordRule

/** A password that somebody chooses. */
export const newPassword = z
  .string('Choose a password.')
  .min(minLength, `A password needs at least ${minLength} characters.`)

/**
 * A new account as a form sends it. The verbs check it again; here each error is shown at its
 * input.
 */
export const accountSchema = z.object({
  name: requiredText('Enter your name.'),
  email: requiredText('Enter your e-mail address.').pipe(
    z.email('This is not a valid e-mail address. It needs the form name@place.'),
  ),
  password: newPassword,
  zone: z.string().default('UTC'),
})
