import 'server-only'
import { answeredLogOfCard } from '../../db/study/review-log'
import { AppError } from '../../kernel/app-error'
import type { QuestionId } from '../../kernel/ids'
import { isoDate, type StudyDay } from '../../kernel/study-day'
import type { Answer } from '../../kinds/types'
import type { Rating } from '../../memory/card/state'
import type { CardEvent } from '../../memory/log/card-event'
import { historyOf } from '../../memory/log/history'
import { recallCurve } from '../../memory/schedule/algorithm'
import type { ReviewContext } from '../../review/event'
import { requireCourse } from '../current-course'
import { modelsOf, presentModel } from '../memory-models'
import type { LearnerScope } from '../scope'

export type HistoryEntry = {
  readonly id: string
  /** Instant in ms, and the study day it counted for. */
  readonly at: number
  readonly date: string
  readonly day: StudyDay
  readonly kind: Exclude<CardEvent['kind'], 'undo'>
  readonly undone: boolean
  /** Grades only. */
  readonly grade: {
    readonly rating: Rating
    readonly answer: Answer | null
    readonly correct: boolean | null
    readonly durationMs: number
    readonly context: ReviewContext
    readonly confidence: number | null
    /** Predicted recall just before, 0 to 1; null for a new card. */
    readonly recallBefore: number | null
    /** Interval given, in days; null for steps of minutes. */
    readonly intervalDays: number | null
  } | null
}

/** A forgetting curve: recall (0 to 1) by study day, falling from each review to the next. */
type CurvePoint = { readonly day: number; readonly recall: number }

export type CardHistory = {
  /** Oldest first. */
  readonly entries: readonly HistoryEntry[]
  readonly curve: readonly CurvePoint[]
  readonly desiredRetention: number
}

const POINTS_BETWEEN = 12

/** One's own card only. Throws not_found for a question the course does not have. `until`: last day of the curve. */
export async function loadCardHistory(
  { user }: LearnerScope,
  input: { questionId: QuestionId; until: StudyDay },
): Promise<CardHistory> {
  const { look } = await requireCourse()
  if (!look.question(input.questionId)) {
    throw new AppError('not_found', 'The course has no such question; it may have been retired.')
  }
  const [log, models] = await Promise.all([
    answeredLogOfCard(user.id, input.questionId),
    modelsOf(user),
  ])
  const model = presentModel(user, models)
  const steps = historyOf(log, models)
  const seen = steps.flatMap(({ event, undone, after }) =>
    event.kind === 'grade' && !undone && after.state.phase !== 'new'
      ? [{ day: event.day, stability: after.state.stability }]
      : [],
  )
  const recall = recallCurve(model)
  return {
    entries: steps.flatMap(({ event, undone, recallBefore, after }) => {
      if (event.kind === 'undo') return []
      const { id, at, day, kind, graded } = event
      const { state } = after
      const grade =
        kind === 'grade' && graded
          ? {
              rating: event.rating,
              answer: graded.answer,
              correct: graded.correct,
              durationMs: graded.durationMs,
              context: graded.context,
              confidence: graded.confidence,
              recallBefore,
              intervalDays: !undone && state.phase === 'review' ? state.intervalDays : null,
            }
          : null
      return [{ id, at, date: isoDate(day), day, kind, undone, grade }]
    }),
    curve: seen.flatMap(({ day, stability }, index) => {
      const end = seen[index + 1]?.day ?? Math.max(input.until, day)
      const days = end - day
      const points = Math.min(POINTS_BETWEEN, days)
      return Array.from({ length: points + 1 }, (_, i) => {
        const elapsed = points === 0 ? 0 : (days * i) / points
        return { day: day + elapsed, recall: recall(elapsed, stability) }
      })
    }),
    desiredRetention: model.desiredRetention,
  }
}
