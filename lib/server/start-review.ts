import 'server-only'
import type { UserId } from '../kernel/ids'
import type { SessionPayload } from '../review/wire'

/** `scope`: a module or topic id, or null for all. Throws invalid_input on an unknown scope. */
export async function startReview(_input: {
  userId: UserId
  scope: string | null
  now: number
}): Promise<SessionPayload> {
  throw new Error('stub')
}
