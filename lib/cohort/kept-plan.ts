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

/** A model made ready to be asked a hundred thousand times. */
export type MemoryRule = {
  readonly model: MemoryModel
  readonly recall: RecallCurve
  /** Days until the next review of a memory of that stability. */
  readonly interval: (stability: number) => number
  /** Recall of a question a number of days after it was introduced, if the plan is kept. Filled on demand. */
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
  /** Questions already introduced today. */
  readonly introducedToday: number
  /** Indices of all questions in the order in which unseen ones are introduced. */
  readonly order: readonly number[]
}

/** The day on which each question comes next if the plan is kept; `NEVER` for one set aside. */
export type KeptPlan = {
  readonly today: StudyDay
  readonly rule: MemoryRule
  readonly next: Int32Array
}

/**
 * The plan: each review is done on the study day it falls due; what is overdue is made up from
 * today, the longest overdue first, as many a day as the limit of reviews allows; new questions are
 * begun at the limit a day, in order, the lessons being read as their turn comes. Suspended
 * questions stay set aside, buried ones come back.
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
 * Predicted recall of one question on `day` if the plan is kept: an expectation. At each review the
 * stability goes on as the mean of what recall (graded Good) and forgetting (relearned the same day)
 * would make of it, weighted with the recall predicted for that day. It is taken as `day` begins, before the
 * reviews of that day.
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

/** Reviews on `next` and at every interval after it, before `day`. */
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

/** Answers that the plan asks for from today to `day`, both included: each question's next turn. */
export function askedBy({ next }: KeptPlan, day: StudyDay): number {
  return next.reduce((sum, at) => (at <= day ? sum + 1 : sum), 0)
}
