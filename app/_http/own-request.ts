import 'server-only'
import { assertNoExam, currentViewer } from '@/lib/auth/scopes'
import { sessionClaim } from '@/lib/auth/session-claim'
import type { EntryFor, OpenEntryFor } from '@/lib/policy/entries'
import type { LearnerScope } from '@/lib/server/scope'
import type { SessionClaim } from '@/lib/server/session-claim'
import { isFromOwnPage } from './page-user'
import { readOwnJson } from './read-own-json'
import { Refusal } from './refusal'

type SignedIn = EntryFor<'signed-in' | 'instructor' | 'instructor-of-cohort' | 'administrator'>

/**
 * Returns the person who is signed in, or throws a Refusal (401), or exam_running for an entry that is
 * closed to somebody whose exam is open. `notDone`: the part of its message that says what was not done.
 */
export async function signedInLearner(
  entry: SignedIn,
  request: Request,
  notDone: string | null = null,
): Promise<LearnerScope> {
  const viewer = await currentViewer()
  if (!viewer) throw signInFirst(notDone)
  const { pathname, search } = new URL(request.url)
  await assertNoExam(viewer.scope, entry, pathname + search)
  return viewer.scope
}

/** The same for data that a page asks for. The page must belong to the person who is signed in. */
export async function ownRequest(
  entry: SignedIn,
  request: Request,
  notDone: string | null = null,
): Promise<LearnerScope> {
  const scope = await signedInLearner(entry, request, notDone)
  if (isFromOwnPage(request, scope.user.id)) return scope
  throw signInFirst(notDone)
}

/**
 * The same for data that a page sends, together with the JSON of the body. Throws a Refusal (401,
 * 403, 413, 415, 400).
 */
export async function ownPost(
  entry: SignedIn,
  request: Request,
  notDone: string,
): Promise<{ readonly scope: LearnerScope; readonly body: unknown }> {
  const scope = await ownRequest(entry, request, notDone)
  return { scope, body: await readOwnJson(request) }
}

/**
 * The same for a verb that proves the sign-in session itself, in the statement with which it reads. The
 * claim is only what the cookie says. Nobody looks for an open exam, so it serves no entry that is closed
 * then. A body that cannot be read is the fault of a request only while its session holds.
 */
export async function claimedPost(
  _entry: OpenEntryFor<'signed-in'>,
  request: Request,
  notDone: string,
): Promise<{ readonly claim: SessionClaim; readonly body: unknown }> {
  const claim = await sessionClaim(request.headers)
  if (!claim || !isFromOwnPage(request, claim.userId)) throw signInFirst(notDone)
  try {
    return { claim, body: await readOwnJson(request) }
  } catch (fault) {
    if (fault instanceof Refusal && !(await currentViewer())) throw signInFirst(notDone)
    throw fault
  }
}

/** `notDone`: the part of the message that says what was not done. */
export const signInFirst = (notDone: string | null): Refusal =>
  new Refusal(401, notDone === null ? 'Sign in first.' : `Sign in first. ${notDone}`)
