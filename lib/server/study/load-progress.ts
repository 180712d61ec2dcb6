import 'server-only'
import {
  answersByConfidence,
  answersByPrediction,
  gradesByHour,
  type HourFigures,
} from '../../db/study/answer-figures'
import { rollUpsBetween } from '../../db/study/study-days'
import { asTopicId } from '../../kernel/ids'
import { addDays, isoDate } from '../../kernel/study-day'
import { predictedRecall } from '../../memory/card/retrievability'
import { type ForecastDay, forecast } from '../../memory/forecast/forecast'
import {
  addCounts,
  type DayCounts,
  MATURE_DAYS,
  NO_COUNTS,
  type TrueRetention,
  trueRetention,
} from '../../memory/log/day-counts'
import { type DatedCounts, everyDay, YEAR_DAYS } from '../../memory/log/year-of-days'
import { type Calibration, calibrationOf } from '../../review/calibration'
import { cardOf, type LearnerState, learnerState } from '../learner-state'
import type { LearnerScope } from '../scope'
import { type TopicMemory, topicMemories } from './course-memory'

const [DAYS, FORECAST_DAYS, HOURS_DAYS] = [30, 30, 90]

type TopicKnowledge = TopicMemory & {
  /** Sum of predicted recall over all its questions, unseen ones counting nothing. */
  readonly known: number
  /** Cards with an interval of 21 days or more. */
  readonly mature: number
  readonly suspended: number
}

type RetentionMonth = {
  /** `2026-11` */
  readonly month: string
  readonly young: { readonly passed: number; readonly total: number }
  readonly mature: { readonly passed: number; readonly total: number }
}

export type ProgressView = {
  readonly topics: readonly TopicKnowledge[]
  /** Study days of the last 53 weeks, oldest first, today last. */
  readonly year: readonly DatedCounts[]
  /** Last 30 study days, oldest first. */
  readonly days: readonly DatedCounts[]
  readonly forecast: readonly (ForecastDay & { readonly date: string })[]
  /** Months with a tested card, newest first. */
  readonly retention: readonly RetentionMonth[]
  readonly desiredRetention: number
  /** By hour of day over the last 90 study days; hours without an answer are missing. */
  readonly hours: readonly HourFigures[]
  /** What was stated before the reveal against what came; null: never asked. */
  readonly confidence: Calibration | null
  /** The same of the scheduler's own predictions. */
  readonly predictions: Calibration | null
  readonly lessonsDone: number
  readonly lessonsTotal: number
  /** Over the 30 days; null when nothing was reviewed. */
  readonly trueRetention: TrueRetention | null
}

/** Throws course_not_published. */
export async function loadProgress(
  scope: LearnerScope,
  { now }: { now: number },
): Promise<ProgressView> {
  const learner = await learnerState(scope, now)
  const { user, today, model } = learner
  const [rollUps, hours, confidence, predictions] = await Promise.all([
    rollUpsBetween(user.id, addDays(today, 1 - YEAR_DAYS), today),
    gradesByHour(user.id, addDays(today, 1 - HOURS_DAYS), user.clock.zone),
    answersByConfidence(user.id),
    answersByPrediction(user.id),
  ])
  const year = everyDay(rollUps, today)
  const { lessons } = learner.course.catalogue
  const known = [...learner.cards].filter(([id]) => learner.course.look.question(id))
  return {
    topics: topicMemories(learner).map((topic) => ({ ...topic, ...knowledgeOf(learner, topic) })),
    year,
    days: year.slice(-DAYS),
    forecast: forecast(
      known.map(([key, card]) => ({ ...card, key })),
      today,
      FORECAST_DAYS,
      model,
    ).map((day) => ({ ...day, date: isoDate(day.day) })),
    retention: retentionByMonth(year),
    desiredRetention: model.desiredRetention,
    hours,
    confidence: calibrationOf(confidence),
    predictions: calibrationOf(predictions),
    lessonsDone: lessons.filter(({ id }) => (learner.lessons.get(id)?.completedAt ?? null) !== null)
      .length,
    lessonsTotal: lessons.length,
    trueRetention: trueRetention(rollUps.filter(({ day }) => day > today - DAYS)),
  }
}

function knowledgeOf(
  learner: LearnerState,
  topic: TopicMemory,
): Pick<TopicKnowledge, 'known' | 'mature' | 'suspended'> {
  const { look } = learner.course
  const cards = look
    .questionsOfTopic(asTopicId(topic.id))
    .map((question) => cardOf(learner, question))
  return {
    known: cards.reduce(
      (sum, { state }) => sum + (predictedRecall(state, learner.today, learner.model) ?? 0),
      0,
    ),
    mature: cards.filter(
      ({ state }) => state.phase === 'review' && state.intervalDays >= MATURE_DAYS,
    ).length,
    suspended: cards.filter(({ suspended }) => suspended).length,
  }
}

function retentionByMonth(days: ProgressView['year']): RetentionMonth[] {
  const months = new Map<string, DayCounts>()
  for (const day of days) {
    if (day.retentionTotal === 0) continue
    const month = day.date.slice(0, 7)
    months.set(month, addCounts(months.get(month) ?? NO_COUNTS, day))
  }
  return [...months].toReversed().map(([month, counts]) => ({
    month,
    young: {
      passed: counts.retentionPassed - counts.maturePassed,
      total: counts.retentionTotal - counts.matureTotal,
    },
    mature: { passed: counts.maturePassed, total: counts.matureTotal },
  }))
}
