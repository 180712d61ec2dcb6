import { type Reach, reaches, reachIn } from '../course/reach'
import type { Question } from '../course/types'
import { addDays, isoDate } from '../kernel/study-day'
import { isSetAside } from '../memory/card/due'
import { habitsAtPace } from '../memory/forecast/habits'
import { workloads } from '../memory/forecast/workload'
import { type DayCounts, NO_COUNTS } from '../memory/log/day-counts'
import { daysLeft } from './backlog'
import { introductionDays } from './introduction'
import { knownOf } from './known'
import { DEFAULT_PACE_MS } from './pace'
import { cardOf, isFinished, type StudyState } from './study-state'

/** How far a learner is with all questions of a reach, and what is left of it. */
type WayTo = {
  readonly reach: Reach
  readonly total: number
  readonly begun: number
  /** As in `known`. */
  readonly known: number
  /**
   * Study days, today among them, until every question has begun; 0 when all have, null when the
   * limits never get there.
   */
  readonly days: number | null
  /** The last of these days, `YYYY-MM-DD`. */
  readonly on: string | null
  /** Of answers on an average day until then; null when there is no such day. */
  readonly minutesPerDay: number | null
}

export type WayThrough = {
  readonly lessonsLeft: number
  readonly lessonsTotal: number
  /** Of the lessons that are not finished, and of all. */
  readonly readingMinutes: number
  readonly readingMinutesTotal: number
  readonly newPerDay: number
  /** The core, the full course, and everything for somebody who chose that. */
  readonly steps: readonly WayTo[]
}

export type Pace = {
  /** What was studied today so far, if anything. */
  readonly done: DayCounts | undefined
  /** The learner's own time (ms) for one answer; null when there is none yet. */
  readonly paceMs: number | null
}

/**
 * The way to the end of the core and of the full course, by the person's own limits and as the queue
 * introduces questions, if every review is done on its day and the lessons are read in time. Minutes
 * are simulated as on the page of study settings.
 */
export function wayThrough(state: StudyState, { done, paceMs }: Pace): WayThrough {
  const { look, settings, today } = state
  const { lessons, questions } = look.catalogue
  const unread = lessons.filter(({ id }) => !isFinished(state, id))
  const unseen = questions
    .filter((question) => cardOf(state, question).state.phase === 'new')
    .filter((question) => !cardOf(state, question).suspended)
  const days = introductionDays({
    fresh: unseen,
    begun: questions.map((question) => ({ question, card: cardOf(state, question) })),
    today,
    limits: settings,
    introducedToday: done?.introduced ?? NO_COUNTS.introduced,
    // While a backlog is being spread, nothing new is introduced.
    waits: settings.catchUp === null ? 0 : daysLeft(settings.catchUp, today),
    model: state.model,
  })
  return {
    lessonsLeft: unread.length,
    lessonsTotal: lessons.length,
    readingMinutes: minutesOf(unread),
    readingMinutesTotal: minutesOf(lessons),
    newPerDay: settings.newPerDay,
    steps: reachesShown(state).map((reach) => {
      const within = questions.filter((question) => reaches(reach, question))
      const left = unseen.filter((question) => reaches(reach, question))
      const last = left.reduce((latest, { id }) => Math.max(latest, days.get(id) ?? Infinity), -1)
      const length = last < 0 ? 0 : last === Infinity ? null : last + 1
      return {
        reach,
        ...countsOf(state, within),
        days: length,
        on: length === null || length === 0 ? null : isoDate(addDays(today, length - 1)),
        minutesPerDay: length ? minutesPerDay(state, left.length, length, paceMs) : null,
      }
    }),
  }
}

const minutesOf = (lessons: readonly { readonly minutes: number }[]): number =>
  lessons.reduce((sum, { minutes }) => sum + minutes, 0)

const reachesShown = ({ look, settings }: StudyState): readonly Reach[] => [
  ...new Set((['core', 'full', settings.reach] as const).map((reach) => reachIn(look, reach))),
]

function countsOf(state: StudyState, questions: readonly Question[]) {
  const { total, seen, known } = knownOf(state, questions)
  return { total, begun: seen, known }
}

function minutesPerDay(
  { cards, today, model, settings, look }: StudyState,
  unseen: number,
  days: number,
  paceMs: number | null,
): number {
  const seen = [...cards].flatMap(([id, card]) =>
    card.state.phase === 'new' || isSetAside(card, today) || !look.question(id) ? [] : [card.state],
  )
  const [load] = workloads(
    {
      seen,
      unseen,
      newPerDay: settings.newPerDay,
      model,
      habits: habitsAtPace(paceMs ?? DEFAULT_PACE_MS),
      today,
      days,
      seed: 'way-through',
    },
    [model.desiredRetention],
  )
  return load?.minutesPerDay ?? 0
}
