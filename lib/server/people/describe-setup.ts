import 'server-only'
import { hashCode } from '../../credentials/code'
import { findUsableInvitation, setupInvitationExists } from '../../db/people/invitations'
import { anyUserExists } from '../../db/people/users'

/**
 * `open`: the link creates the first administrator. `done`: there already is one. `invalid`: the
 * link is wrong or out of date.
 */
export async function describeSetup({
  token,
  now,
}: {
  token: string
  now: number
}): Promise<'open' | 'done' | 'invalid'> {
  const codeHash = hashCode(token)
  if (await anyUserExists()) return (await setupInvitationExists(codeHash)) ? 'done' : 'invalid'
  const invitation = await findUsableInvitation(codeHash, now)
  return invitation?.setup ? 'open' : 'invalid'
}
