import type { LookUp } from '../course/look-up'
import { earliest, latest, type PartialDate } from '../course/partial-date'
import type { Fact } from '../course/types'
import type { EntityId, FactId } from '../kernel/ids'
import { topicsOfFact } from './fact-topics'
import { mentionsOf } from './mention-index'

/** The lane of a fact. Only the first three lanes hold what happened; the last two hold what was said. */
export const TIMELINE_LANES = [
  'memberships',
  'exercises',
  'events',
  'forecasts',
  'statements',
] as const
export type TimelineLane = (typeof TIMELINE_LANES)[number]

export type TimelineMark = {
  readonly fact: FactId
  readonly lane: TimelineLane
  /** For a statement the date for which it is stated; for a forecast or plan the time it is about, if given. */
  readonly from: PartialDate
  readonly to: PartialDate | null
  /** Years since 0 with their fraction: the first and the last day the dates can mean. */
  readonly start: number
  readonly end: number
  /** One or two words if the fact is about one thing with a name; otherwise null. */
  readonly label: string | null
}

/** Every fact of the catalogue exactly once, by its first possible day, then in course order. */
export function timelineMarks(look: LookUp): readonly TimelineMark[] {
  return look.catalogue.facts.map((fact) => markOf(look, fact)).sort((a, b) => a.start - b.start)
}

function markOf(look: LookUp, fact: Fact): TimelineMark {
  const { time } = fact
  const from = time.kind === 'holds' ? time.from : time.date
  const to = time.kind === 'holds' ? time.to : null
  const exercises = mentionsOf(look, fact).filter((id) => look.entity(id)?.kind === 'exercise')
  const lane = laneOf(look, fact, exercises)
  return {
    fact: fact.id,
    lane,
    from,
    to,
    start: yearsOf(earliest(from)),
    end: yearsOf(latest(to ?? from)),
    label: labelOf(look, fact, lane, exercises),
  }
}

function laneOf(look: LookUp, fact: Fact, exercises: readonly EntityId[]): TimelineLane {
  if (fact.kind === 'plan' || fact.kind === 'forecast') return 'forecasts'
  if (fact.changes.length > 0) return 'memberships'
  if (fact.time.kind === 'asOf') return 'statements'
  const [topic] = topicsOfFact(look, fact)
  const ofExercises = topic !== undefined && look.topic(topic)?.aspect === 'exercises'
  return exercises.length > 0 || ofExercises ? 'exercises' : 'events'
}

function labelOf(
  look: LookUp,
  { changes }: Fact,
  lane: TimelineLane,
  exercises: readonly EntityId[],
): string | null {
  if (lane === 'exercises') {
    const [only, more] = exercises
    return only && more === undefined ? look.nameOf(only) : null
  }
  if (lane !== 'memberships') return null
  const organisations = [...new Set(changes.map(({ organisation }) => organisation))]
  const names = organisations.map((id) => shortest(look, id))
  return names.join(', ')
}

function shortest(look: LookUp, id: EntityId): string {
  const names = [look.nameOf(id), ...(look.entity(id)?.aliases ?? [])]
  return names.reduce((a, b) => (b.length < a.length ? b : a))
}

/** `1999-07-01` -> 1999.5; a month is a twelfth, a day a 31st of it. */
function yearsOf(day: string): number {
  const [year = '0', month = '1', date = '1'] = day.split('-')
  return Number(year) + (Number(month) - 1) / 12 + (Number(date) - 1) / 372
}
