import 'server-only'
import { hashCode } from '../../credentials/code'
import { hashPassword } from '../../credentials/password'
import { forgetAttempts } from '../../db/connection/throttle'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import {
  findPasswordLinkOwner,
  type PasswordLinkOwner,
  redeemPasswordLink,
} from '../../db/people/passwords'
import { AppError } from '../../kernel/app-error'
import { checkPassword } from '../check-account-input'

type Owner = Pick<PasswordLinkOwner, 'name' | 'email'>

/**
 * Whose link this is. Null when it cannot be used: it is unknown, used, expired or replaced, or the
 * account is disabled. Looking does not use it up, because mail programs open links too.
 */
export const describePasswordLink = ({
  code,
  now,
}: {
  code: string
  now: number
}): Promise<Owner | null> => findPasswordLinkOwner(hashCode(code), now)

/**
 * Sets a new password with a link, which is used up, and ends all sign-in sessions of the person.
 * Throws link_invalid, invalid_input; nothing is changed then.
 */
export async function setPasswordByLink(input: {
  code: string
  password: string
  now: number
}): Promise<Owner> {
  const codeHash = hashCode(input.code)
  // Checked here before the slow hash. The transaction checks it again and decides.
  const owner = await findPasswordLinkOwner(codeHash, input.now)
  if (!owner) throw linkInvalid()
  const { id, name, email } = owner
  const password = await checkPassword(input.password, owner)
  const passwordHash = await hashPassword(password)
  await together(async () => {
    if (!(await redeemPasswordLink(id, codeHash, passwordHash, input.now))) throw linkInvalid()
    const kind = 'password_link_used'
    await recordAudit({ at: input.now, actorId: id, kind, detail: { user: id } })
  })
  await forgetAttempts('sign-in', email)
  return { name, email }
}

const linkInvalid = () =>
  new AppError(
    'link_invalid',
    'This link is no longer valid: it was used, replaced by a newer one, or has expired. Your password was not changed. Ask for a new link.',
  )
