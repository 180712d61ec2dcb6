import {
  type ForecastBin,
  forecastBytes,
  HORIZONS,
  judge,
  type Outcome,
} from '../cohort/forecast-record'
import { keptPlan, memoryRule } from '../cohort/kept-plan'
import { emptyMemory, type LearnerMemory, PHASES } from '../cohort/learner-memory'
import type { Catalogue } from '../course/types'
import type { EventId, QuestionId, UserId } from '../kernel/ids'
import { addDays, type StudyDay } from '../kernel/study-day'
import { type Card, UNSEEN_CARD } from '../memory/card/card'
import { DEFAULT_MODEL } from '../memory/model/shipped-models'
import type { LoggedEvent } from './learner-log'

type Forecast = ReturnType<typeof forecastBytes> & {
  readonly day: StudyDay
  readonly horizonDays: number
}

export type ForecastPast = {
  readonly scores: readonly (ForecastBin & {
    readonly day: StudyDay
    readonly horizonDays: number
  })[]
  /** Forecasts for a day that is not over yet. */
  readonly pending: readonly Forecast[]
}

/** The daily job makes a forecast every day; one a week is enough for a simulated past. */
const EVERY_DAYS = 7
const LIMITS = { newPerDay: 20, reviewsPerDay: 200, introducedToday: 0 }

/** The forecasts that would have been stored of one analyst, and how they did. `events` in order. */
export function forecastPast(
  userId: UserId,
  events: readonly LoggedEvent[],
  catalogue: Catalogue,
  today: StudyDay,
): ForecastPast {
  const places = new Map(catalogue.questions.map(({ id }, index) => [id, index]))
  const outcomes = new Map<StudyDay, Outcome[]>()
  const forecasts: Forecast[] = []
  const cards = new Map<QuestionId, Card>()
  const undone = undoneIn(events)
  let next = events[0]?.event.day ?? today
  for (const { event, card } of events) {
    for (; next <= event.day; next = addDays(next, 1)) {
      if (next % EVERY_DAYS === 0) forecasts.push(...forecastsOn(next, userId, cards, places))
    }
    const outcome = undone.has(event.id) ? null : outcomeOf(event, cards, places)
    if (outcome) outcomes.set(event.day, [...(outcomes.get(event.day) ?? []), outcome])
    cards.set(event.questionId, card)
  }
  const isOver = ({ day, horizonDays }: Forecast) => day + horizonDays < today
  return {
    scores: forecasts.filter(isOver).flatMap((forecast) => {
      const { day, horizonDays } = forecast
      const over = addDays(day, horizonDays)
      const bins = judge(forecast, day, outcomes.get(over) ?? [])
      return bins.map((bin) => ({ ...bin, day: over, horizonDays }))
    }),
    pending: forecasts.filter((forecast) => !isOver(forecast)),
  }
}

function undoneIn(events: readonly LoggedEvent[]): ReadonlySet<EventId> {
  return new Set(events.flatMap(({ event }) => (event.kind === 'undo' ? [event.undoes] : [])))
}

function outcomeOf(
  event: LoggedEvent['event'],
  cards: ReadonlyMap<QuestionId, Card>,
  places: ReadonlyMap<QuestionId, number>,
): Outcome | null {
  const { state } = cards.get(event.questionId) ?? UNSEEN_CARD
  const index = places.get(event.questionId)
  if (event.kind !== 'grade' || index === undefined) return null
  if (state.phase !== 'review' || state.lastReviewDay >= event.day) return null
  return { index, recalled: event.rating >= 2, lastReviewDay: state.lastReviewDay }
}

function forecastsOn(
  day: StudyDay,
  userId: UserId,
  cards: ReadonlyMap<QuestionId, Card>,
  places: ReadonlyMap<QuestionId, number>,
): readonly Forecast[] {
  const memory = emptyMemory(userId, places.size)
  for (const [id, card] of cards) fill(memory, places.get(id), card, day)
  const ground = { ...LIMITS, today: day, order: [...places.values()] }
  const plan = keptPlan(memory, ground, memoryRule(DEFAULT_MODEL))
  return HORIZONS.map((horizonDays) => ({
    day,
    horizonDays,
    ...forecastBytes(memory, plan, addDays(day, horizonDays)),
  }))
}

function fill(memory: LearnerMemory, place: number | undefined, card: Card, today: StudyDay) {
  const { state } = card
  if (place === undefined || state.phase === 'new') return
  memory.phase[place] = PHASES.indexOf(state.phase)
  memory.suspended[place] = card.suspended ? 1 : 0
  memory.stability[place] = state.stability
  memory.difficulty[place] = state.difficulty
  memory.lastReviewDay[place] = state.lastReviewDay
  memory.dueDay[place] = state.phase === 'review' ? state.dueDay : today
  memory.buriedUntil[place] = card.buriedUntil ?? 0
}
