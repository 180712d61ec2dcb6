import 'server-only'
import { currentViewer } from '@/lib/auth/scopes'
import type { LearnerScope } from '@/lib/server/scope'
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

const signInFirst = (notDone: string | null) =>
  new Refusal(401, notDone === null ? 'Sign in first.' : `Sign in first. ${notDone}`)
