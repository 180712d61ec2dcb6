import { addDays, type StudyDay } from '@/lib/kernel/study-day'
import type { Rating } from '@/lib/memory/card/state'
import { spread } from '@/lib/review/spread'
import type { Desk } from './learners-desk'
import { NEW_PER_DAY } from './learners-people'

export type Sm2 = { readonly ef: number; readonly n: number; readonly days: number }

export const NEW_SM2: Sm2 = { ef: 2.5, n: 0, days: 0 }

/** Again is his 2, then Hard 3, Good 4, Easy 5. Source: super-memory.com/english/ol/sm2.htm */
export function sm2(before: Sm2, rating: Rating): Sm2 {
  const q = rating + 1
  if (q < 3) return { ef: before.ef, n: 1, days: 1 }
  const ef = Math.max(1.3, before.ef + 0.1 - (5 - q) * (0.08 + (5 - q) * 0.02))
  const n = before.n + 1
  return { ef, n, days: n === 1 ? 1 : n === 2 ? 6 : Math.ceil(before.days * ef) }
}

type Held = { sm2: Sm2; due: StudyDay; last: StudyDay }

/** Reviews by due date; what was graded below Good comes again on the same day until it is not. */
export function sm2Desk(): Desk {
  const held = new Map<number, Held>()
  return {
    plan(day, _now, unlocked) {
      const due = [...held]
        .filter(([, card]) => card.due <= day)
        .sort(([a, x], [b, y]) => x.due - y.due || a - b)
        .map(([question]) => question)
      const fresh = Array.from({ length: unlocked }, (_, i) => i).filter((i) => !held.has(i))
      return [...spread(due, fresh.slice(0, NEW_PER_DAY))]
    },
    answer(question, rating, at, day) {
      const before = held.get(question)
      // A repetition within the day changes nothing: it only ends when it is Good.
      if (before === undefined || before.last < day) {
        const after = sm2(before?.sm2 ?? NEW_SM2, rating)
        held.set(question, { sm2: after, due: addDays(day, after.days), last: day })
      }
      return rating < 3 ? at + 600_000 : null
    },
  }
}
