import 'server-only'
import { z } from 'zod'
import {
  asEventId,
  asQuestionId,
  type EventId,
  type QuestionId,
  type UserId,
} from '../../kernel/ids'
import { instantWithOffset } from '../connection/instants'
import { rowsOf } from '../connection/rows-of'
import { notUndone } from './undone'

const actRow = z.object({
  id: z.string().transform(asEventId),
  questionId: z.string().transform(asQuestionId),
})

/**
 * What somebody did with cards outside a session at this instant (ms), and did not take back since. All
 * events of one act in bulk have one instant, and the server was their clock.
 */
export async function actsAt(
  userId: UserId,
  at: number,
): Promise<readonly { readonly id: EventId; readonly questionId: QuestionId }[]> {
  const instant = instantWithOffset(new Date(at))
  return rowsOf(actRow)`
    SELECT e."id", e."questionId" FROM "ReviewEvent" e
    WHERE e."userId" = ${userId}::uuid AND e."at" = ${instant}::timestamptz
      AND e."receivedAt" = ${instant}::timestamptz
      AND e."kind" IN ('bury', 'suspend', 'unsuspend', 'reset', 'move') AND ${notUndone()}
    ORDER BY e."questionId"`
}
