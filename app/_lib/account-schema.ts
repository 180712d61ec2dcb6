import 'server-only'
import { z } from 'zod'

const required = (message: string) => z.string(message).trim().min(1, message)

/** A new account as a form sends it. What a good name, address or password is, the verbs decide. */
export const accountSchema = z.object({
  name: required('Give your name.'),
  email: required('Give your e-mail address.'),
  password: z.string('Choose a password.').min(1, 'Choose a password.'),
  zone: z.string().default('UTC'),
})
