import {
  attendanceOf,
  type ForecastBin,
  forecastBytes,
  HORIZONS,
  judge,
  type Outcome,
} from '../cohort/forecast-record'
import { type ForgettingPrior, forgettingOf, type RecallEvidence } from '../cohort/forgetting'
import { keptPlan, memoryRule } from '../cohort/kept-plan'
import { emptyMemory, type LearnerMemory, PHASES } from '../cohort/learner-memory'
import type { Catalogue } from '../course/types'
import type { EventId, QuestionId, UserId } from '../kernel/ids'
import { addDays, type StudyDay } from '../kernel/study-day'
import { type Card, UNSEEN_CARD } from '../memory/card/card'
import { retrievability } from '../memory/card/retrievability'
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

/** The daily job makes a forecast every day; of those that still wait, one a week is enough here. */
const PENDING_EVERY_DAYS = 7
const LIMITS = { newPerDay: 20, reviewsPerDay: 200, introducedToday: 0 }

/**
 * The forecasts that would have been stored of one analyst, and how they did. `events` in order. Each
 * is made from the answers before its day alone. `everyDays` says how often one was made.
 */
export function forecastPast(
  userId: UserId,
  events: readonly LoggedEvent[],
  catalogue: Catalogue,
  {
    today,
    everyDays,
    prior,
  }: {
    readonly today: StudyDay
    readonly everyDays: number
    readonly prior: ForgettingPrior
  },
): ForecastPast {
  const places = new Map(catalogue.questions.map(({ id }, index) => [id, index]))
  const tests = testsIn(events, places)
  const scores: ForecastPast['scores'][number][] = []
  const pending: Forecast[] = []
  const cards = new Map<QuestionId, Card>()
  let evidence = NO_EVIDENCE
  const active = new Set<StudyDay>()
  let next = events[0]?.event.day ?? today
  for (const { event, card } of events) {
    for (; next <= event.day; next = addDays(next, 1)) {
      const due = HORIZONS.filter((horizonDays) => {
        const over = addDays(next, horizonDays)
        if (over >= today) return next % PENDING_EVERY_DAYS === 0
        return next % everyDays === 0 && tests.has(over)
      })
      if (due.length === 0) continue
      const { memory, plan } = expectedOn(
        next,
        userId,
        cards,
        places,
        forgettingOf(evidence, prior),
      )
      for (const horizonDays of due) {
        const over = addDays(next, horizonDays)
        const asked = tests.get(over) ?? []
        const wanted = over < today ? asked.map(({ index }) => index) : undefined
        const bytes = forecastBytes(memory, plan, over, attendanceOf(active, next), wanted)
        if (over >= today) pending.push({ day: next, horizonDays, ...bytes })
        else
          scores.push(
            ...judge(bytes, next, asked).map((bin) => ({ ...bin, day: over, horizonDays })),
          )
      }
    }
    const test = tests.get(event.day)?.find(({ id }) => id === event.id)
    if (test) evidence = withTest(evidence, test)
    if (event.kind === 'grade') active.add(event.day)
    cards.set(event.questionId, card)
  }
  return { scores, pending }
}

type Test = Outcome & { readonly id: EventId; readonly predicted: number }

function testsIn(
  events: readonly LoggedEvent[],
  places: ReadonlyMap<QuestionId, number>,
): ReadonlyMap<StudyDay, readonly Test[]> {
  const tests = new Map<StudyDay, Test[]>()
  const cards = new Map<QuestionId, Card>()
  const undone = undoneIn(events)
  for (const { event, card } of events) {
    const test = undone.has(event.id) ? null : testOf(event, cards, places)
    if (test) tests.set(event.day, [...(tests.get(event.day) ?? []), test])
    cards.set(event.questionId, card)
  }
  return tests
}

const NO_EVIDENCE: RecallEvidence = { tested: 0, passed: 0, predictedSum: 0, varianceSum: 0 }

const withTest = (sums: RecallEvidence, { recalled, predicted }: Test): RecallEvidence => ({
  tested: sums.tested + 1,
  passed: sums.passed + (recalled ? 1 : 0),
  predictedSum: sums.predictedSum + predicted,
  varianceSum: sums.varianceSum + predicted * (1 - predicted),
})

function undoneIn(events: readonly LoggedEvent[]): ReadonlySet<EventId> {
  return new Set(events.flatMap(({ event }) => (event.kind === 'undo' ? [event.undoes] : [])))
}

function testOf(
  event: LoggedEvent['event'],
  cards: ReadonlyMap<QuestionId, Card>,
  places: ReadonlyMap<QuestionId, number>,
): Test | null {
  const { state } = cards.get(event.questionId) ?? UNSEEN_CARD
  const index = places.get(event.questionId)
  if (event.kind !== 'grade' || index === undefined) return null
  if (state.phase !== 'review' || state.lastReviewDay >= event.day) return null
  const { id, rating, day } = event
  const { lastReviewDay } = state
  const predicted = retrievability(state, day, DEFAULT_MODEL)
  return { id, index, recalled: rating >= 2, lastReviewDay, predicted }
}

function expectedOn(
  day: StudyDay,
  userId: UserId,
  cards: ReadonlyMap<QuestionId, Card>,
  places: ReadonlyMap<QuestionId, number>,
  forgetting: number,
) {
  const memory = emptyMemory(userId, places.size)
  for (const [id, card] of cards) fill(memory, places.get(id), card, day)
  const ground = { ...LIMITS, today: day, order: { first: [...places.values()], waiting: [] } }
  return { memory, plan: keptPlan(memory, ground, memoryRule(DEFAULT_MODEL, forgetting)) }
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
