import 'server-only'
import { currentViewer, type Viewer } from '@/lib/auth/viewer'
import { isFromOwnPage } from './page-user'
import { readOwnJson } from './read-own-json'
import { Refusal } from './refusal'

/** Who is signed in. Throws a Refusal (401); `notDone` says there what was not done. */
export async function signedInViewer(notDone: string | null = null): Promise<Viewer> {
  const viewer = await currentViewer()
  if (viewer) return viewer
  throw signInFirst(notDone)
}

/** The same for what a page asks for: the page must be this person's own. */
export async function ownRequest(request: Request, notDone: string | null = null): Promise<Viewer> {
  const viewer = await signedInViewer(notDone)
  if (isFromOwnPage(request, viewer.userId)) return viewer
  throw signInFirst(notDone)
}

/** The same for what a page sends, with the JSON of its body. Throws a Refusal (401, 403, 413, 415, 400). */
export async function ownPost(
  request: Request,
  notDone: string,
): Promise<{ readonly viewer: Viewer; readonly body: unknown }> {
  const viewer = await ownRequest(request, notDone)
  return { viewer, body: await readOwnJson(request) }
}

const signInFirst = (notDone: string | null) =>
  new Refusal(401, notDone === null ? 'Sign in first.' : `Sign in first. ${notDone}`)
