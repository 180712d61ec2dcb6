import 'server-only'
import type { UserId } from '../kernel/ids'
import type { ReviewOutcome } from '../review/wire'

/** `events`: what came in, unchecked; each gets its own outcome, in order. */
export async function recordReviews(_input: {
  userId: UserId
  events: readonly unknown[]
  now: number
}): Promise<ReviewOutcome[]> {
  throw new Error('stub')
}
