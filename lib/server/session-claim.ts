import 'server-only'
import type { SessionId, UserId } from '../kernel/ids'

/**
 * What the cookie of a request says. It proves nothing: the session may have ended, and the account may
 * be disabled. A verb that takes a claim asks the database for both.
 */
export type SessionClaim = { readonly sessionId: SessionId; readonly userId: UserId }
