import type { StudyDay } from '../kernel/study-day'
import type { Memory } from '../memory/card/state'
import type { MemoryModel } from '../memory/model/memory-model'
import {
  intervalRule,
  nextMemory,
  type RecallCurve,
  recallCurve,
} from '../memory/schedule/algorithm'
import { isSeen, type LearnerMemory, NEVER } from './learner-memory'

/** A memory model, prepared for hundreds of thousands of look-ups. */
export type MemoryRule = {
  readonly model: MemoryModel
  readonly recall: RecallCurve
  /** Days until the next review of a memory with that stability. */
  readonly interval: (stability: number) => number
  /**
   * Recall by the number of days since a question was started, if the plan is kept. Filled when
   * needed.
   */
  readonly fresh: Map<number, number>
}

const rules = new WeakMap<MemoryModel, MemoryRule>()

export function memoryRule(model: MemoryModel): MemoryRule {
  const known = rules.get(model)
  if (known) return known
  const rule = {
    model,
    recall: recallCurve(model),
    interval: intervalRule(model),
    fresh: new Map(),
  }
  rules.set(model, rule)
  return rule
}

export type PlanGround = {
  readonly today: StudyDay
  readonly newPerDay: number
  readonly reviewsPerDay: number
  /** Questions already started today. */
  readonly introducedToday: number
  /** The indices of all questions in the order in which new ones are started. */
  readonly order: readonly number[]
}

/**
 * The day of the next review of each question if the plan is kept. `NEVER` for one that is set
 * aside.
 */
export type KeptPlan = {
  readonly today: StudyDay
  readonly rule: MemoryRule
  readonly next: Int32Array
}

/**
 * The plan assumes that each review is done on the study day it is due. Overdue reviews are done
 * from today on, the longest overdue first, up to the daily limit of reviews. New questions are
 * started in order up to their daily limit, as if the lessons were read in time. Suspended
 * questions stay set aside, and buried ones return.
 */
export function keptPlan(learner: LearnerMemory, ground: PlanGround, rule: MemoryRule): KeptPlan {
  const { today, order } = ground
  const next = new Int32Array(learner.phase.length).fill(NEVER)
  const overdue: number[] = []
  let fresh = ground.introducedToday
  for (const index of order) {
    if (learner.suspended[index] === 1) continue
    if (!isSeen(learner, index)) {
      if (ground.newPerDay > 0) next[index] = today + Math.floor(fresh / ground.newPerDay)
      fresh += 1
      continue
    }
    const due = Math.max(learner.dueDay[index] ?? NEVER, learner.buriedUntil[index] ?? 0)
    if (due > today) next[index] = due
    else overdue.push(index)
  }
  overdue.sort((a, b) => (learner.dueDay[a] ?? 0) - (learner.dueDay[b] ?? 0) || a - b)
  const perDay = Math.max(1, ground.reviewsPerDay)
  for (const [place, index] of overdue.entries()) next[index] = today + Math.floor(place / perDay)
  return { today, rule, next }
}

/**
 * The expected recall of one question on `day` if the plan is kept. At each review, the new
 * stability is the mean of the stability after recall (graded Good) and after forgetting (relearned
 * the same day), weighted by the recall predicted for that day. The result holds for the beginning
 * of `day`, before its reviews.
 */
export function plannedRecall(
  learner: LearnerMemory,
  { rule, next }: KeptPlan,
  index: number,
  day: StudyDay,
): number {
  const first = next[index] ?? NEVER
  if (!isSeen(learner, index)) return first >= day ? 0 : freshRecall(rule, day - first)
  const last = learner.lastReviewDay[index] ?? day
  const memory = {
    stability: learner.stability[index] ?? 0,
    difficulty: learner.difficulty[index] ?? 0,
  }
  return first >= day
    ? rule.recall(Math.max(0, day - last), memory.stability)
    : recallAlong(memory, last, first, day, rule)
}

function freshRecall(rule: MemoryRule, days: number): number {
  const known = rule.fresh.get(days)
  if (known !== undefined) return known
  const memory = nextMemory(nextMemory(null, 0, 3, rule.model), 0, 3, rule.model)
  const recall = recallAlong(memory, 0, rule.interval(memory.stability), days, rule)
  rule.fresh.set(days, recall)
  return recall
}

/** Does the reviews on `next` and at each interval after it, before `day`. */
function recallAlong(memory: Memory, last: number, next: number, day: number, rule: MemoryRule) {
  let now = memory
  let reviewed = last
  let due = next
  while (due < day) {
    now = expectedMemory(now, Math.max(0, due - reviewed), rule)
    reviewed = due
    due += rule.interval(now.stability)
  }
  return rule.recall(Math.max(0, day - reviewed), now.stability)
}

function expectedMemory(memory: Memory, elapsed: number, { model, recall }: MemoryRule): Memory {
  const p = recall(elapsed, memory.stability)
  const good = nextMemory(memory, elapsed, 3, model)
  const relearned = nextMemory(nextMemory(memory, elapsed, 1, model), 0, 3, model)
  return {
    stability: p * good.stability + (1 - p) * relearned.stability,
    difficulty: p * good.difficulty + (1 - p) * relearned.difficulty,
  }
}

/**
 * The number of answers that the plan requires from today to `day` inclusive. Only the next review
 * of each question counts.
 */
export function askedBy({ next }: KeptPlan, day: StudyDay): number {
  return next.reduce((sum, at) => (at <= day ? sum + 1 : sum), 0)
}
