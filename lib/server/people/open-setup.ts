import 'server-only'
import { uuidv7 } from 'uuidv7'
import { hashCode, newCode } from '../../credentials/code'
import { insertInvitation, revokeSetupInvitations } from '../../db/people/invitations'
import { anyUserExists } from '../../db/people/users'
import { HOUR_MS } from '../../kernel/duration'
import { asInvitationId } from '../../kernel/ids'
import type { WholeScope } from '../whole-scope'

/**
 * Creates the one-time token for /setup/TOKEN and cancels earlier ones. Null if there already is an
 * account.
 */
export async function openSetup(_: WholeScope, { now }: { now: number }): Promise<string | null> {
  if (await anyUserExists()) return null
  await revokeSetupInvitations(now)
  const token = newCode()
  await insertInvitation({
    id: asInvitationId(uuidv7()),
    codeHash: hashCode(token),
    role: 'admin',
    setup: true,
    cohortId: null,
    createdById: null,
    createdAt: now,
    expiresAt: now + 24 * HOUR_MS,
    usesLeft: 1,
    email: null,
    name: null,
    mail: null,
  })
  return token
}
