import 'server-only'
import { z } from 'zod'
import { emailField, nameField, passwordField } from '@/lib/account/fields'

/** A new account as a form sends it. The verbs check it again; here each error is shown at its input. */
export const accountSchema = z.object({
  name: nameField,
  email: emailField,
  password: passwordField,
  zone: z.string().default('UTC'),
})
