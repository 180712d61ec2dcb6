import type { StudyDay } from '@/lib/kernel/study-day'
import type { Rating } from '@/lib/memory/card/state'

/** What one policy knows and decides. Questions are numbers, in course order. */
export type Desk = {
  /** What to ask on that day, in order; the first `unlocked` questions may be started. */
  plan(day: StudyDay, now: number, unlocked: number): number[]
  /** Takes an answer; the instant (ms) at which it wants the question again today, or null. */
  answer(question: number, rating: Rating, at: number, day: StudyDay): number | null
}
