import 'server-only'
import type { ReviewEvent } from '../../review/event'

/** What a row of the log says of an event, less whose it is and the card that resulted. */
export function toEventColumns(event: ReviewEvent) {
  const { id, questionId, kind, day, graded } = event
  return {
    id,
    questionId,
    kind,
    day,
    at: new Date(event.at),
    receivedAt: new Date(event.receivedAt),
    rating: event.kind === 'grade' ? event.rating : null,
    undoes: event.kind === 'undo' ? event.undoes : null,
    answer: graded?.answer ?? null,
    correct: graded?.correct ?? null,
    durationMs: graded?.durationMs ?? null,
    confidence: graded?.confidence ?? null,
    chosenDays: event.kind === 'grade' ? (event.chosenDays ?? null) : null,
    revision: graded?.revision ?? null,
    modelVersion: event.kind === 'grade' ? event.modelVersion : null,
    predictedRecall: graded?.predictedRecall ?? null,
    context: graded?.context ?? null,
  }
}
