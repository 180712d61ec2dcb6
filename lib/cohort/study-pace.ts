import { addDays, type StudyDay } from '../kernel/study-day'
import type { DayCounts } from '../memory/log/day-counts'
import type { RecallCurve } from '../memory/schedule/algorithm'
import { mean, median } from '../statistics/average'
import { isSeen, type LearnerMemory, NEVER } from './learner-memory'
import { idleRecall } from './readiness'

/** The study days that have an answer. */
export type DaysDone = ReadonlyMap<StudyDay, Pick<DayCounts, 'reviews' | 'introduced'>>

export type StudyPace = {
  /**
   * The median number of answers over those of the last 28 study days that have any, without today.
   * 0 if none has.
   */
  readonly usualPerDay: number
  /** Answers a day over the last `days` days. Answers of today count at once. */
  readonly recentPerDay: number
  /**
   * At most 14, and fewer for somebody who joined since then, or who came back since then after a
   * week or more without an answer: what lies before says nothing about their pace now.
   */
  readonly days: number
  /** Days without an answer, among the same, on which something was due that is still not done. */
  readonly idleDays: number
}

const USUAL_DAYS = 28
export const RECENT_DAYS = 14
/** So many days without an answer are an absence. */
const ABSENT_DAYS = 7
/** One evening after an absence is not a return yet. */
const FEWEST_STUDIED = 2
/** A pace is never told from fewer days: one long evening is not a pace. */
const FEWEST_DAYS = 3

export function studyPace(
  learner: LearnerMemory,
  done: DaysDone,
  today: StudyDay,
  joinedDay: StudyDay,
): StudyPace {
  const reviewsOn = (back: number) => done.get(addDays(today, -back))?.reviews ?? 0
  const active: number[] = []
  for (let back = 1; back <= USUAL_DAYS; back += 1) {
    if (reviewsOn(back) > 0) active.push(reviewsOn(back))
  }
  const dueSince = firstOverdue(learner, today)
  const farthest = Math.min(RECENT_DAYS, daysSinceReturn(reviewsOn), Math.max(0, today - joinedDay))
  let recent = reviewsOn(0)
  let idleDays = 0
  for (let back = 1; back <= farthest; back += 1) {
    recent += reviewsOn(back)
    if (reviewsOn(back) === 0 && dueSince <= addDays(today, -back)) idleDays += 1
  }
  // Today is not over, so it counts as a day only once it has an answer.
  const days = Math.min(RECENT_DAYS, Math.max(FEWEST_DAYS, farthest + (reviewsOn(0) > 0 ? 1 : 0)))
  return { usualPerDay: median(active) ?? 0, recentPerDay: recent / days, days, idleDays }
}

/**
 * How many days ago the present stretch of study began, where an absence was before it within the
 * last 14 days. Infinity without an absence, and while one lasts.
 */
function daysSinceReturn(reviewsOn: (back: number) => number): number {
  let last: number | null = null
  let studied = 0
  for (let back = 0; back <= RECENT_DAYS + ABSENT_DAYS; back += 1) {
    if (reviewsOn(back) === 0) continue
    if (last === null && back >= ABSENT_DAYS) return Infinity
    if (last !== null && back - last > ABSENT_DAYS) break
    last = back
    studied += 1
  }
  return last !== null && last < RECENT_DAYS && studied >= FEWEST_STUDIED ? last : Infinity
}

function firstOverdue(learner: LearnerMemory, today: StudyDay): number {
  let first = NEVER
  for (const index of dueQuestions(learner, today)) first = Math.min(first, dueOf(learner, index))
  return first
}

/** Seen questions that are due on `today` or before and are not set aside. */
export function dueQuestions(learner: LearnerMemory, today: StudyDay): readonly number[] {
  const due: number[] = []
  for (let index = 0; index < learner.phase.length; index += 1) {
    if (!isSeen(learner, index) || learner.suspended[index] === 1) continue
    if (dueOf(learner, index) <= today) due.push(index)
  }
  return due
}

const dueOf = (learner: LearnerMemory, index: number): number =>
  Math.max(learner.dueDay[index] ?? NEVER, learner.buriedUntil[index] ?? 0)

/**
 * The mean predicted recall of `questions` today and a week ago. A question reviewed since then
 * counts as on the day of that review. Null for no questions.
 */
export function recallOfDue(
  learner: LearnerMemory,
  questions: readonly number[],
  today: StudyDay,
  recall: RecallCurve,
): { readonly now: number; readonly weekAgo: number } | null {
  if (questions.length === 0) return null
  const meanOn = (day: StudyDay) =>
    mean(questions.map((index) => idleRecall(learner, index, day, recall)))
  return { now: meanOn(today), weekAgo: meanOn(addDays(today, -7)) }
}
