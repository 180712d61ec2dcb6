import { meaningSince } from '../course/revisions'
import type { Question } from '../course/types'
import { studyDayOf } from '../kernel/study-day'
import { grade as gradeAnswer } from '../kinds/grade'
import { UNSEEN_CARD } from '../memory/card/card'
import { predictedRecall } from '../memory/card/retrievability'
import { type BatchScene, isAfter, type Standing } from './batch-scene'
import type { ReviewEvent, SubmittedEvent } from './event'

/** The event as the log keeps it, graded again. `question`: null when it was retired. */
export function loggedEvent(
  sent: SubmittedEvent,
  at: number,
  question: Question | null,
  standing: Standing,
  { clock, model: own, models, now }: BatchScene,
): ReviewEvent {
  const day = studyDayOf(at, clock)
  const { id, questionId } = sent
  const happened = { id, questionId, at, day, receivedAt: now }
  const present = question?.revision ?? 1
  switch (sent.kind) {
    case 'grade': {
      const { rating, durationMs, context, answer, chosenDays } = sent
      // What the button promised stands, also when the settings changed while the browser was away.
      const model = (sent.modelVersion && models(sent.modelVersion)) || own
      const revision = question ? Math.min(sent.revision ?? present, present) : (sent.revision ?? 1)
      // The key of an older meaning is no longer here, and a correction may have changed the kind.
      const isGraded = question && revision >= meaningSince(question)
      const verdict =
        isGraded && answer?.kind === question.kind ? gradeAnswer(question, answer) : null
      const decided = verdict && verdict.outcome !== 'incomplete' && verdict.outcome !== 'self'
      const state = standing.card?.state ?? UNSEEN_CARD.state
      // What was predicted before an answer that comes in late is no longer known.
      const inOrder = isAfter(at, standing.lastEventAt)
      const graded = {
        answer,
        correct: decided ? verdict.outcome === 'right' : null,
        durationMs,
        revision,
        predictedRecall: inOrder ? predictedRecall(state, day, model) : null,
        context,
        confidence: sent.confidence ?? null,
      }
      const levelled = chosenDays === undefined ? {} : { chosenDays }
      const modelVersion = model.version
      return { ...happened, kind: 'grade', rating, durationMs, modelVersion, ...levelled, graded }
    }
    case 'undo':
      return { ...happened, kind: 'undo', undoes: sent.undoes, graded: null }
    case 'flag': {
      const { comment, answer } = sent
      const complaint = { comment, answer, revision: present }
      return { ...happened, kind: 'flag', graded: null, complaint }
    }
    case 'relearn': {
      const { revision } = sent
      return { ...happened, kind: 'relearn', revision, modelVersion: own.version, graded: null }
    }
    case 'move':
      return { ...happened, kind: 'move', toDay: sent.toDay, graded: null }
    default:
      return { ...happened, kind: sent.kind, graded: null }
  }
}

/** Whether an answer was given to what the question meant before its last correction. */
export const isOfOlderMeaning = (sent: SubmittedEvent, question: Question | undefined): boolean =>
  sent.kind === 'grade' &&
  question !== undefined &&
  (sent.revision ?? question.revision) < meaningSince(question)
