import 'server-only'
import { uuidv7 } from 'uuidv7'
import { AppError } from '../../kernel/app-error'
import { asEventId, type EventId, type QuestionId } from '../../kernel/ids'
import type { BulkAct } from '../../review/bulk-act'
import type { LearnerScope } from '../scope'
import { recordReviews } from './record-reviews'

/** What a learner does with a card outside a session, or takes back. */
type Act = { readonly questionId: QuestionId } & (
  | BulkAct
  | { readonly kind: 'undo'; readonly undoes: EventId }
)

/**
 * An event each, as from a browser, all at one instant and in one statement. Throws
 * course_not_published, and invalid_input when one is refused; the others stand.
 */
export async function sendActs(
  scope: LearnerScope,
  acts: readonly Act[],
  now: number,
): Promise<void> {
  const at = new Date(now).toISOString()
  const events = acts.map((act) => ({ id: asEventId(uuidv7()), at, ...act }))
  const outcomes = await recordReviews(scope, { events, now })
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') throw new AppError('invalid_input', outcome.message)
  }
}

/** The same act with several cards. */
export const actOnCards = (
  scope: LearnerScope,
  input: { questionIds: readonly QuestionId[]; kind: 'unsuspend' | 'reset'; now: number },
): Promise<void> =>
  sendActs(
    scope,
    input.questionIds.map((questionId) => ({ questionId, kind: input.kind })),
    input.now,
  )
