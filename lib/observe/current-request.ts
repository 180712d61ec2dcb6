import 'server-only'
import type { AsyncLocalStorage } from 'node:async_hooks'

/** What the edge of the web server knows of a request; the log and the audit name it by the same id. */
export type RequestFacts = {
  readonly id: string
  readonly address: string
  /** Who is signed in, and why the request was refused, once that is known; see `note-request`. */
  account?: string
  refused?: string
  /** The sign-in session that the request came with, and its new id (lib/auth/renew-session). */
  renewed?: { readonly from: string; readonly to: string }
}

declare global {
  /** Set by bin/support/server/observe.mjs, which runs each request in it. */
  var steppeRequests: AsyncLocalStorage<RequestFacts> | undefined
}

/** The request under way; null for jobs and for the command line. */
export const currentRequest = (): RequestFacts | null =>
  globalThis.steppeRequests?.getStore() ?? null

/** Through what an act came: a request, the server's own jobs, or the command line. */
export const currentWay = (): 'web' | 'job' | 'command' => {
  if (globalThis.steppeRequests === undefined) return 'command'
  return currentRequest() === null ? 'job' : 'web'
}
