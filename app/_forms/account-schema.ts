import 'server-only'
import { z } from 'zod'
import { passwordRule } from '@/lib/server/people/password-rule'
import { requiredText } from './form-fields'

const { minLength } = passwordRule

/** A password somebody chooses. */
export const newPassword = z
  .string('Choose a password.')
  .min(minLength, `A password needs at least ${minLength} characters.`)

/** A new account as a form sends it. The verbs check again; here each fault finds its input. */
export const accountSchema = z.object({
  name: requiredText('Give your name.'),
  email: requiredText('Give your e-mail address.').pipe(
    z.email('That is not an e-mail address: it needs the form name@place.'),
  ),
  password: newPassword,
  zone: z.string().default('UTC'),
})
