import type { Question } from '../course/types'
import type { Random } from '../kernel/seeded-random'
import type { StudyDay } from '../kernel/study-day'
import type { Card } from '../memory/card/card'
import { predictedRecall } from '../memory/card/retrievability'
import { DEFAULT_MODEL } from '../memory/model/shipped-models'
import type { ReviewContext, ReviewEvent } from '../review/event'
import type { Persona } from './persona'
import { eventIdAt } from './seeded-ids'
import { simulatedGrade } from './simulated-learner'

export type GradeEvent = Extract<ReviewEvent, { kind: 'grade' }>

/** One answer as the log would keep it, without the interval that levelling chooses. */
export function gradeEvent(input: {
  question: Question
  card: Card
  context: ReviewContext
  /** When the question was shown (ms). */
  begun: number
  dayOf: (at: number) => StudyDay
  persona: Persona
  random: Random
  settings: { readonly askConfidence: boolean }
}): GradeEvent {
  const { question, card, context, persona, random } = input
  const shownOn = input.dayOf(input.begun)
  const model = DEFAULT_MODEL
  const given = simulatedGrade({ persona, question, card, day: shownOn, model, random })
  const { answer, verdict, rating, durationMs } = given
  const at = input.begun + durationMs
  const day = input.dayOf(at)
  const decided = verdict.outcome !== 'incomplete' && verdict.outcome !== 'self'
  const recall = predictedRecall(card.state, day, model)
  return {
    id: eventIdAt(at, random),
    questionId: question.id,
    kind: 'grade',
    at,
    day,
    receivedAt: at,
    rating,
    durationMs,
    modelVersion: model.version,
    graded: {
      answer,
      correct: decided ? verdict.outcome === 'right' : null,
      durationMs,
      revision: question.revision,
      predictedRecall: recall,
      context,
      confidence: input.settings.askConfidence ? confidence(recall ?? 0.7, rating, random) : null,
    },
  }
}

/** Percent in steps of five: near the predicted recall, a little too high, and lower for a wrong answer. */
function confidence(recall: number, rating: number, random: Random): number {
  const felt = recall + 0.08 - (rating === 1 ? 0.25 : 0) + (random() - 0.5) * 0.3
  return Math.round(Math.min(1, Math.max(0, felt)) * 20) * 5
}
