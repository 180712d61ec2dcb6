import { isDatabaseDigest } from '@/lib/kernel/database-digest'
import { digestOf } from '../_forms/digest-of'
import { RequestError } from '../_http/watch-requests'

/** Why a page could not be shown, as far as the browser can know. */
export type FailureCause = 'offline' | 'outdated' | 'unreachable' | 'database' | 'ours'

export function failureCause(error: unknown, isOnline: boolean): FailureCause {
  if (!isOnline) return 'offline'
  if (!(error instanceof Error)) return 'ours'
  if (isDatabaseDigest(digestOf(error))) return 'database'
  // A part of the page could not be loaded. After an update of the server it no longer exists.
  if (
    error.name === 'ChunkLoadError' ||
    /loading (css )?chunk|dynamically imported module/i.test(error.message)
  ) {
    return 'outdated'
  }
  if (error instanceof RequestError)
    return error.failure.kind === 'outdated' ? 'outdated' : 'unreachable'
  return error instanceof TypeError && /fetch|network|load failed/i.test(error.message)
    ? 'unreachable'
    : 'ours'
}
