import 'server-only'
import { asEventId, asQuestionId, type UserId } from '../../kernel/ids'
import { addDays, asStudyDay } from '../../kernel/study-day'
import { answerSchema } from '../../kinds/files'
import type { Answer } from '../../kinds/types'
import type { Card } from '../../memory/card/card'
import type { Rating } from '../../memory/card/state'
import type { ReviewContext, ReviewEvent } from '../../review/event'
import type { ReviewEvent as EventRow } from '../generated/client'

function present<T>(value: T | null, column: string, id: string): T {
  if (value === null) throw new Error(`Event ${id} has no ${column}; the log is damaged`)
  return value
}

function toRating(value: number, id: string): Rating {
  if (value === 1 || value === 2 || value === 3 || value === 4) return value
  throw new Error(`Event ${id} has rating ${value}; the log is damaged`)
}

const toContext = (value: string | null): ReviewContext =>
  value === 'lesson' || value === 'placement' || value === 'exam' ? value : 'review'

/** The row of an event: every column, and what its JSON columns hold as values. */
type NewEventRow = Omit<EventRow, 'answer' | 'resulting'> & {
  readonly answer: Answer | null
  readonly resulting: Card
}

/** `resulting`: the card right after the event. */
export function toEventRow(userId: UserId, event: ReviewEvent, resulting: Card): NewEventRow {
  const { id, questionId, kind, day, graded } = event
  return {
    userId,
    id,
    questionId,
    kind,
    at: new Date(event.at),
    day,
    receivedAt: new Date(event.receivedAt),
    rating: event.kind === 'grade' ? event.rating : null,
    undoes: event.kind === 'undo' ? event.undoes : null,
    answer: graded?.answer ?? null,
    correct: graded?.correct ?? null,
    durationMs: graded?.durationMs ?? null,
    confidence: graded?.confidence ?? null,
    chosenDays: chosenDaysOf(event),
    revision: event.kind === 'relearn' ? event.revision : (graded?.revision ?? null),
    modelVersion: event.kind === 'grade' || event.kind === 'relearn' ? event.modelVersion : null,
    predictedRecall: graded?.predictedRecall ?? null,
    context: graded?.context ?? null,
    resulting,
  }
}

/** A move is stored as the days until then, at least 0: it makes nothing due before its own day. */
function chosenDaysOf(event: ReviewEvent): number | null {
  if (event.kind === 'move') return Math.max(0, event.toDay - event.day)
  return event.kind === 'grade' ? (event.chosenDays ?? null) : null
}

/** What the log keeps of one event, less the answer, which no fold needs. */
export function toReviewEvent(row: Omit<EventRow, 'resulting' | 'answer'>): ReviewEvent {
  const happened = {
    id: asEventId(row.id),
    questionId: asQuestionId(row.questionId),
    at: row.at.getTime(),
    day: asStudyDay(row.day),
    receivedAt: row.receivedAt.getTime(),
  }
  switch (row.kind) {
    case 'grade': {
      const durationMs = present(row.durationMs, 'durationMs', row.id)
      return {
        ...happened,
        kind: 'grade',
        rating: toRating(present(row.rating, 'rating', row.id), row.id),
        modelVersion: present(row.modelVersion, 'modelVersion', row.id),
        durationMs,
        ...(row.chosenDays === null ? {} : { chosenDays: row.chosenDays }),
        graded: {
          answer: null,
          correct: row.correct,
          durationMs,
          revision: present(row.revision, 'revision', row.id),
          predictedRecall: row.predictedRecall,
          context: toContext(row.context),
          confidence: row.confidence,
        },
      }
    }
    case 'undo':
      return {
        ...happened,
        kind: 'undo',
        undoes: asEventId(present(row.undoes, 'undoes', row.id)),
        graded: null,
      }
    case 'relearn':
      return {
        ...happened,
        kind: 'relearn',
        revision: present(row.revision, 'revision', row.id),
        modelVersion: present(row.modelVersion, 'modelVersion', row.id),
        graded: null,
      }
    case 'move':
      return {
        ...happened,
        kind: 'move',
        toDay: addDays(happened.day, present(row.chosenDays, 'chosenDays', row.id)),
        graded: null,
      }
    case 'retest':
    case 'bury':
    case 'suspend':
    case 'unsuspend':
    case 'reset':
    case 'flag':
      return { ...happened, kind: row.kind, graded: null }
  }
}

/** A grade with the answer that was written down for it: what `record-reviews` checked when it came in. */
export function withAnswer(event: ReviewEvent, stored: unknown): ReviewEvent {
  if (event.kind !== 'grade' || event.graded === null) return event
  return { ...event, graded: { ...event.graded, answer: storedAnswer(stored) } }
}

/** The answer as it was written down; null for none, and for what no question kind can read. */
export const storedAnswer = (stored: unknown): Answer | null =>
  stored === null ? null : (answerSchema.safeParse(stored).data ?? null)
