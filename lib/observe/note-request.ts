import 'server-only'
import type { UserId } from '../kernel/ids'
import { currentRequest } from './current-request'

/** The account with which the request under way is made. */
export function noteAccount(id: UserId): void {
  const request = currentRequest()
  if (request) request.account = id
}

/** The two codes that say: this is not for you. */
const FORBIDDEN: ReadonlySet<string> = new Set(['not_allowed', 'not_found'])

/**
 * Something was asked for that this account may not have, or that there is not. The log has a line of such
 * a request with the account, so that somebody who tries one address after another is seen. Other refusals
 * are left out.
 */
export function noteRefused(code: string): void {
  const request = currentRequest()
  if (request && FORBIDDEN.has(code)) request.refused = code
}
