import 'server-only'
import { currentViewer } from '@/lib/auth/scopes'
import { sessionClaim } from '@/lib/auth/session-claim'
import type { LearnerScope } from '@/lib/server/scope'
import type { SessionClaim } from '@/lib/server/session-claim'
import { isFromOwnPage } from './page-user'
import { readOwnJson } from './read-own-json'
import { Refusal } from './refusal'

/**
 * Returns the person who is signed in, or throws a Refusal (401). `notDone`: the part of its
 * message that says what was not done.
 */
export async function signedInLearner(notDone: string | null = null): Promise<LearnerScope> {
  const viewer = await currentViewer()
  if (viewer) return viewer.scope
  throw signInFirst(notDone)
}

/** The same for data that a page asks for. The page must belong to the person who is signed in. */
export async function ownRequest(
  request: Request,
  notDone: string | null = null,
): Promise<LearnerScope> {
  const scope = await signedInLearner(notDone)
  if (isFromOwnPage(request, scope.user.id)) return scope
  throw signInFirst(notDone)
}

/**
 * The same for data that a page sends, together with the JSON of the body. Throws a Refusal (401,
 * 403, 413, 415, 400).
 */
export async function ownPost(
  request: Request,
  notDone: string,
): Promise<{ readonly scope: LearnerScope; readonly body: unknown }> {
  const scope = await ownRequest(request, notDone)
  return { scope, body: await readOwnJson(request) }
}

/**
 * The same for a verb that proves the sign-in session itself, in the statement with which it reads. The
 * claim is only what the cookie says.
 */
export async function claimedPost(
  request: Request,
  notDone: string,
): Promise<{ readonly claim: SessionClaim; readonly body: unknown }> {
  const claim = await sessionClaim(request.headers)
  if (!claim || !isFromOwnPage(request, claim.userId)) throw signInFirst(notDone)
  return { claim, body: await readOwnJson(request) }
}

/** `notDone`: the part of the message that says what was not done. */
export const signInFirst = (notDone: string | null): Refusal =>
  new Refusal(401, notDone === null ? 'Sign in first.' : `Sign in first. ${notDone}`)
