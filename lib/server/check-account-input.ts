import 'server-only'
import { z } from 'zod'
import { emailField, nameField, passwordField } from '../account/fields'
import { AppError } from '../kernel/app-error'
import { isZone } from '../kernel/study-day'

/** Parses with `schema`, or throws invalid_input with every reason, one sentence each. */
export function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new AppError('invalid_input', parsed.error.issues.map((issue) => issue.message).join(' '))
}

const account = z.object({ name: nameField, email: emailField, password: passwordField })

/** Name and address trimmed, address in lower case. Throws invalid_input. */
export const checkAccount = (input: { name: string; email: string; password: string }) =>
  checked(account, { name: input.name, email: input.email, password: input.password })

export const checkName = (value: string): string => checked(nameField, value)
export const checkEmail = (value: string): string => checked(emailField, value)
export const checkPassword = (value: string): string => checked(passwordField, value)

/** A zone the browser named; UTC when this server does not know it, since a wrong hour loses nothing. */
export const zoneOrUtc = (zone: string): string => (isZone(zone) ? zone : 'UTC')
