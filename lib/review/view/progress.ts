import { isoDate } from '../../kernel/study-day'
import { type ForecastDay, forecast } from '../../memory/forecast/forecast'
import { type TrueRetention, trueRetention } from '../../memory/log/day-counts'
import { type RetentionMonth, retentionByMonth } from '../../memory/log/retention-months'
import { type DatedCounts, everyDay } from '../../memory/log/year-of-days'
import { type Calibration, type CalibrationBin, calibrationOf } from '../calibration'
import { counts } from '../reach-in-force'
import { isFinished, keyedCards, type StudyState } from '../study-state'
import { type TopicMemory, topicMemories } from '../topic-memory'

const DAYS = 30
const FORECAST_DAYS = 30

/** What was answered in one hour of the day. */
export type HourFigures = {
  /** 0 to 23, in the learner's zone. */
  readonly hour: number
  readonly reviews: number
  /**
   * Cards that were in phase review at the day's first answer: how many, and how many were
   * recalled.
   */
  readonly tested: number
  readonly passed: number
}

export type ProgressView = {
  readonly topics: readonly TopicMemory[]
  /** The study days of the last 53 weeks, oldest first, today last. */
  readonly year: readonly DatedCounts[]
  /** The last 30 study days, oldest first. */
  readonly days: readonly DatedCounts[]
  readonly forecast: readonly (ForecastDay & { readonly date: string })[]
  /** The months with a tested card, newest first. */
  readonly retention: readonly RetentionMonth[]
  readonly desiredRetention: number
  /** By hour of day over the last 90 study days. Hours without an answer are missing. */
  readonly hours: readonly HourFigures[]
  /**
   * What was stated before the reveal, compared with the outcome; null when the page never asked.
   */
  readonly confidence: Calibration | null
  /** The same for the scheduler's own predictions. */
  readonly predictions: Calibration | null
  readonly lessonsDone: number
  readonly lessonsTotal: number
  /** Over the 30 days; null when nothing was reviewed. */
  readonly trueRetention: TrueRetention | null
}

/** What is known from a learner's answers, besides their cards. */
export type Answered = {
  /** The study days of the last 53 weeks on which something was reviewed. */
  readonly days: Parameters<typeof everyDay>[0]
  readonly hours: readonly HourFigures[]
  readonly byConfidence: readonly CalibrationBin[]
  readonly byPrediction: readonly CalibrationBin[]
}

export function progressView(state: StudyState, answered: Answered): ProgressView {
  const { today, model, look } = state
  const year = everyDay(answered.days, today)
  const days = year.slice(-DAYS)
  const { lessons } = look.catalogue
  return {
    topics: topicMemories(state, (question) => counts(state, question)),
    year,
    days,
    forecast: forecast(keyedCards(state), today, FORECAST_DAYS, model).map((day) => ({
      ...day,
      date: isoDate(day.day),
    })),
    retention: retentionByMonth(year),
    desiredRetention: model.desiredRetention,
    hours: answered.hours,
    confidence: calibrationOf(answered.byConfidence),
    predictions: calibrationOf(answered.byPrediction),
    lessonsDone: lessons.filter(({ id }) => isFinished(state, id)).length,
    lessonsTotal: lessons.length,
    trueRetention: trueRetention(days),
  }
}
