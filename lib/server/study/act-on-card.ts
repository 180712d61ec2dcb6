import 'server-only'
import { uuidv7 } from 'uuidv7'
import { AppError } from '../../kernel/app-error'
import { asEventId, type QuestionId } from '../../kernel/ids'
import type { SubmittedEvent } from '../../review/event'
import type { LearnerScope } from '../scope'
import { recordReviews } from './record-reviews'

/**
 * What a learner does with cards outside a session: an event each, as from a browser. Throws
 * course_not_published, and invalid_input when one is refused; those before it stand.
 */
export async function actOnCards(
  scope: LearnerScope,
  input: { questionIds: readonly QuestionId[]; kind: 'unsuspend' | 'reset'; now: number },
): Promise<void> {
  const { kind, now } = input
  const at = new Date(now).toISOString()
  const events = input.questionIds.map(
    (questionId): SubmittedEvent => ({ id: asEventId(uuidv7()), questionId, at, kind }),
  )
  const outcomes = await recordReviews(scope, { events, now })
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') throw new AppError('invalid_input', outcome.message)
  }
}
