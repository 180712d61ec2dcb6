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
  /** Answers a day over the last 14 study days, without today. */
  readonly recentPerDay: number
  /** Days without an answer, among these 14, on which something was due that is still not done. */
  readonly idleDays: number
}

const USUAL_DAYS = 28
const RECENT_DAYS = 14

export function studyPace(learner: LearnerMemory, done: DaysDone, today: StudyDay): StudyPace {
  const active: number[] = []
  for (let back = 1; back <= USUAL_DAYS; back += 1) {
    const reviews = done.get(addDays(today, -back))?.reviews ?? 0
    if (reviews > 0) active.push(reviews)
  }
  const dueSince = firstOverdue(learner, today)
  let recent = 0
  let idleDays = 0
  for (let back = 1; back <= RECENT_DAYS; back += 1) {
    const day = addDays(today, -back)
    const reviews = done.get(day)?.reviews ?? 0
    recent += reviews
    if (reviews === 0 && dueSince <= day) idleDays += 1
  }
  return { usualPerDay: median(active) ?? 0, recentPerDay: recent / RECENT_DAYS, idleDays }
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
