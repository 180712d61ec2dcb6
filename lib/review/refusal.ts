import type { Question } from '../course/types'
import { HOUR_MS } from '../kernel/duration'
import type { EventId } from '../kernel/ids'
import type { BatchScene } from './batch-scene'
import type { ReviewEvent, SubmittedEvent } from './event'
import type { RejectReason, ReviewOutcome } from './wire'

/** Clocks differ by this much (ms) without anybody being wrong. */
const SLACK_MS = 24 * HOUR_MS

/** Why an event is refused by itself, whatever was stored before; null when it is not. */
export function refusalOf(
  sent: SubmittedEvent,
  question: Question | null,
  { createdAt, isRetired }: BatchScene,
): ReviewOutcome | null {
  if (!question && !isRetired(sent.questionId)) return unknownQuestion(sent)
  const answer = sent.kind === 'grade' || sent.kind === 'flag' ? sent.answer : null
  if (question && answer && answer.kind !== question.kind && isPresent(sent, question)) {
    const message = `A ${question.kind} question cannot take a ${answer.kind} answer.`
    return reject(sent, 'answer_mismatch', message)
  }
  const sentAt = Date.parse(sent.at)
  if (!Number.isNaN(sentAt) && sentAt >= createdAt - SLACK_MS) return null
  return reject(
    sent,
    'impossible_time',
    'The answer is dated before the account existed. Check this device’s clock.',
  )
}

/** A correction may give a question another kind; an answer to what it was before is no mistake. */
const isPresent = (sent: SubmittedEvent, { revision }: Question): boolean =>
  sent.kind !== 'grade' || (sent.revision ?? revision) >= revision

const unknownQuestion = (sent: SubmittedEvent): ReviewOutcome =>
  reject(sent, 'unknown_question', 'The course has no such question.')

export type Refused = { readonly refusal: RejectReason; readonly message: string }

/** Why this event of the card's log cannot be undone; null when it can. */
export function undoRefusal(undoes: EventId, log: readonly ReviewEvent[]): Refused | null {
  const target = log.find(({ id }) => id === undoes)
  if (!target) {
    const message = 'There is no such answer to undo on this question.'
    return { refusal: 'unknown_event', message }
  }
  if (target.kind === 'undo') {
    const message = 'An undo cannot be undone. Answer the question again.'
    return { refusal: 'cannot_undo', message }
  }
  if (target.kind === 'relearn' || target.kind === 'retest') {
    const message = 'A correction of the course cannot be undone. Answer the question again.'
    return { refusal: 'cannot_undo', message }
  }
  if (log.some((logged) => logged.kind === 'undo' && logged.undoes === undoes)) {
    const message = 'This answer was already undone. Nothing else was changed.'
    return { refusal: 'already_undone', message }
  }
  return null
}

export const reject = (
  sent: SubmittedEvent,
  reason: RejectReason,
  message: string,
): ReviewOutcome => ({
  id: sent.id,
  status: 'rejected',
  reason,
  message,
})
