import { seededRandom } from '../../kernel/seeded-random'
import type { StudyDay } from '../../kernel/study-day'
import type { CardState } from '../card/state'
import type { MemoryModel } from '../model/memory-model'
import { allowedDays, type Grade } from './schedule'

/** The reviews already due on the coming study days, and the load that each weekday should carry. */
export type Load = {
  /** Reviews falling due on study day `from + index`; past the end none. */
  readonly from: StudyDay
  readonly due: readonly number[]
  /** Percent of a usual day's load, Monday first, 7 numbers from 0 to 100. */
  readonly easyDays: readonly number[]
}

/** 0 Monday to 6 Sunday. Study day 0, 1970-01-01, was a Thursday. */
const weekdayOf = (day: StudyDay): number => (((day + 3) % 7) + 7) % 7

/**
 * The interval (days) that spreads the load best among those the fuzz allows; undefined when the
 * grade leads to a step of minutes. Drawn by the card's own seed with Anki's weights
 * (rslib `scheduler/states/load_balancer.rs`): few reviews and short intervals are likelier, an easy
 * day carries its share only, and one at 0 percent is taken only when there is no other.
 */
export function levelledDays(
  state: CardState,
  grade: Grade,
  model: MemoryModel,
  load: Load,
): number | undefined {
  const allowed = allowedDays(state, grade, model)
  if (allowed === null) return undefined
  const days = Array.from({ length: allowed.to - allowed.from + 1 }, (_, i) => allowed.from + i)
  const weights = days.map((days) => weightOf(days, grade.day, load))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total === 0) return allowed.usual
  const reps = state.phase === 'new' ? 0 : state.reps
  let left = seededRandom(`${grade.cardKey}#${reps}#level`)() * total
  for (const [index, weight] of weights.entries()) {
    left -= weight
    if (left < 0) return days[index]
  }
  return allowed.usual
}

/** The load after one more review is put on that day. */
export function withOneMore(load: Load, day: StudyDay): Load {
  const index = day - load.from
  const due = Array.from(
    { length: Math.max(load.due.length, index + 1) },
    (_, i) => (load.due[i] ?? 0) + (i === index ? 1 : 0),
  )
  return { ...load, due }
}

function weightOf(days: number, today: StudyDay, load: Load): number {
  const due = load.due[today + days - load.from] ?? 0
  const share = (load.easyDays[(weekdayOf(today) + days) % 7] ?? 100) / 100
  // Half the load is wanted where the share is half: it counts as twice as full as it is.
  return share === 0 ? 0 : (share / (due + 1)) ** 2.15 * (1 / days) ** 3
}
