import 'server-only'
import { findSecondFactor } from '../../db/people/second-factors'
import type { UserId } from '../../kernel/ids'
import type { AdminScope } from '../scope'
import { listSessions, type SignInSession } from './other-sessions'

/** Where the person of an account is signed in, and whether there is a second factor. Throws not_found. */
export async function loadSignedIn(
  scope: AdminScope,
  { userId, now }: { readonly userId: UserId; readonly now: number },
): Promise<{ readonly sessions: readonly SignInSession[]; readonly hasSecondFactor: boolean }> {
  const [sessions, factor] = await Promise.all([
    listSessions(scope, { userId, now }),
    findSecondFactor(userId),
  ])
  return { sessions, hasSecondFactor: factor !== null }
}
