import 'server-only'
import { z } from 'zod'
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '../credentials/password'
import { AppError } from '../kernel/app-error'
import { storable } from '../kernel/storable'
import { isZone } from '../kernel/study-day'

const name = z
  .string()
  .transform(storable)
  .pipe(z.string().trim().min(1, 'Enter a name.').max(120, 'A name has at most 120 characters.'))
const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email('This is not a valid e-mail address. It needs the form name@place.'))
const password = z
  .string()
  .min(MIN_PASSWORD_LENGTH, `A password needs at least ${MIN_PASSWORD_LENGTH} characters.`)
  .max(MAX_PASSWORD_LENGTH, `A password has at most ${MAX_PASSWORD_LENGTH} characters.`)

/** Parses with `schema`, or throws invalid_input with every reason, one sentence each. */
export function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new AppError('invalid_input', parsed.error.issues.map((issue) => issue.message).join(' '))
}

const account = z.object({ name, email, password })

/** Name and address trimmed, address in lower case. Throws invalid_input. */
export const checkAccount = (input: { name: string; email: string; password: string }) =>
  checked(account, { name: input.name, email: input.email, password: input.password })

export const checkName = (value: string): string => checked(name, value)
export const checkPassword = (value: string): string => checked(password, value)

/** A zone the browser named; UTC when this server does not know it, since a wrong hour loses nothing. */
export const zoneOrUtc = (zone: string): string => (isZone(zone) ? zone : 'UTC')
