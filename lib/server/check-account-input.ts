import 'server-only'
import { z } from 'zod'
import { emailField, nameField, passwordField } from '../account/fields'
import { holdsOwnName } from '../account/own-name'
import { isCommonPassword } from '../credentials/common-password'
import { AppError } from '../kernel/app-error'
import { isZone } from '../kernel/study-day'

/** Parses with `schema`, or throws invalid_input with every reason, one sentence each. */
export function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new AppError('invalid_input', parsed.error.issues.map((issue) => issue.message).join(' '))
}

const account = z.object({ name: nameField, email: emailField, password: passwordField })

/** Name and address trimmed, address in lower case, password not easy to guess. Throws invalid_input. */
export async function checkAccount(input: { name: string; email: string; password: string }) {
  const { name, email, password } = input
  const read = checked(account, { name, email, password })
  await refuseGuessable(read.password, read)
  return read
}

export const checkName = (value: string): string => checked(nameField, value)
export const checkEmail = (value: string): string => checked(emailField, value)

/** A new password of this person. One that somebody has already is never checked. Throws invalid_input. */
export async function checkPassword(value: string, owner: Owner): Promise<string> {
  const password = checked(passwordField, value)
  await refuseGuessable(password, owner)
  return password
}

type Owner = { readonly name: string; readonly email: string }

async function refuseGuessable(password: string, owner: Owner): Promise<void> {
  const fault = holdsOwnName(password, owner)
    ? 'This password is little more than your own name or address, which people guess first. Choose another one, such as a few unrelated words.'
    : (await isCommonPassword(password))
      ? 'This password is one of those that people guess first. Choose another one, such as a few unrelated words.'
      : null
  if (fault !== null) throw new AppError('invalid_input', fault)
}

/** A zone the browser named; UTC when this server does not know it, since a wrong hour loses nothing. */
export const zoneOrUtc = (zone: string): string => (isZone(zone) ? zone : 'UTC')
