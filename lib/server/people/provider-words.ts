import 'server-only'
import type { ProviderPerson } from '../../account/provider-claims'
import { AppError } from '../../kernel/app-error'
import { checkEmail, checkName } from '../check-account-input'
import type { ProviderSettings } from './provider-settings'

type Named = Pick<ProviderSettings, 'name'>

/** Name and address of a new account as the provider says them. Throws invalid_input. */
export function accountAtProvider(
  { email, name, subject }: ProviderPerson,
  settings: Named,
): { readonly name: string; readonly email: string } {
  if (email === null) {
    throw new AppError(
      'invalid_input',
      `${settings.name} names no confirmed e-mail address of yours, and an account needs one. Nothing was changed. Ask an administrator, who needs this identifier: ${subject}`,
    )
  }
  return { email: checkEmail(email), name: checkName(name ?? email.split('@', 1)[0] ?? email) }
}

/** An equal address proves nothing: whoever has the account links it. */
export const addressTaken = ({ subject }: ProviderPerson, { name }: Named): AppError =>
  new AppError(
    'email_taken',
    `There is already an account with your address. Nothing was changed. Sign in with your password and link ${name} in Settings. An administrator can link it too and needs this identifier: ${subject}`,
  )

export const identityTaken = ({ name }: Named): AppError =>
  new AppError(
    'not_allowed',
    `This identity at ${name} is linked to an account already, or this account to another identity there. Nothing was changed. End that link first.`,
  )
