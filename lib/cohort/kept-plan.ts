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
  readonly forgetting: number
  readonly recall: RecallCurve
  /** Days until the next review of a memory with that stability. */
  readonly interval: (stability: number) => number
  /**
   * Recall by the number of days since a question was started, if the plan is kept. Filled when
   * needed.
   */
  readonly fresh: Map<number, number>
}

const rules = new WeakMap<MemoryModel, Map<number, MemoryRule>>()

/**
 * `forgetting` is the exponent of `forgettingOf`: it bends what is expected of this learner, and not
 * the schedule, which goes on following the model.
 */
export function memoryRule(model: MemoryModel, forgetting = 1): MemoryRule {
  const ofModel = rules.get(model) ?? new Map<number, MemoryRule>()
  rules.set(model, ofModel)
  const known = ofModel.get(forgetting)
  if (known) return known
  const rule = {
    model,
    forgetting,
    recall: recallCurve(model, forgetting),
    interval: intervalRule(model),
    fresh: new Map(),
  }
  ofModel.set(forgetting, rule)
  return rule
}

/** All questions of the course, by their positions. */
export type PlanOrder = {
  /** In the order in which a learner starts them. */
  readonly first: readonly number[]
  /** Beyond the reach in force: not started, and reviewed if they had begun. */
  readonly waiting: readonly number[]
}

export type PlanGround = {
  readonly today: StudyDay
  readonly newPerDay: number
  readonly reviewsPerDay: number
  /** Questions already started today. */
  readonly introducedToday: number
  /** The indices of all questions, and which of them are started in which order. */
  readonly order: PlanOrder
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
 * started in order up to their daily limit, as if the lessons were read in time, and those that wait
 * are not. Suspended questions stay set aside, and buried ones return.
 */
export function keptPlan(learner: LearnerMemory, ground: PlanGround, rule: MemoryRule): KeptPlan {
  const { today, order } = ground
  const next = new Int32Array(learner.phase.length).fill(NEVER)
  const overdue: number[] = []
  let fresh = ground.introducedToday
  const review = (index: number) => {
    const due = Math.max(learner.dueDay[index] ?? NEVER, learner.buriedUntil[index] ?? 0)
    if (due > today) next[index] = due
    else overdue.push(index)
  }
  for (const index of order.first) {
    if (learner.suspended[index] === 1) continue
    if (isSeen(learner, index)) {
      review(index)
      continue
    }
    if (ground.newPerDay > 0) next[index] = today + Math.floor(fresh / ground.newPerDay)
    fresh += 1
  }
  for (const index of order.waiting) {
    if (learner.suspended[index] !== 1 && isSeen(learner, index)) review(index)
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

/**
 * Paths less likely than this are followed only now and then, and then count for the others like
 * them, so that the many rare ones are not lost and do not take long.
 */
const LEAST_LIKELY = 0.01

/**
 * The expected recall of one question on `day` if it comes up for review on that day after a review
 * before it. This is not `plannedRecall`: a question that comes up again within a few days was mostly
 * forgotten the first time. So each path of remembering and forgetting counts with its chance, and
 * with the chance that its next review falls on that day for somebody who studies on a share
 * `attendance` of all days: a review waits for the next day of study.
 */
export function askedRecall(
  learner: LearnerMemory,
  plan: KeptPlan,
  index: number,
  day: StudyDay,
  attendance: number,
): number {
  const first = plan.next[index] ?? NEVER
  if (!isSeen(learner, index) || first >= day) return plannedRecall(learner, plan, index, day)
  const memory = {
    stability: learner.stability[index] ?? 0,
    difficulty: learner.difficulty[index] ?? 0,
  }
  const last = learner.lastReviewDay[index] ?? day
  const lot = 1 + ((16_807 * (index + 1) * (1 + (day % 1000))) % 2_147_483_646)
  const paths: Paths = { day, rule: plan.rule, attendance, weight: 0, recalled: 0, lot }
  for (const { chance, memory: after } of branches(memory, Math.max(0, first - last), plan.rule)) {
    follow(after, first, chance, paths)
  }
  return paths.weight > 0 ? paths.recalled / paths.weight : plannedRecall(learner, plan, index, day)
}

type Paths = {
  readonly day: number
  readonly rule: MemoryRule
  readonly attendance: number
  weight: number
  recalled: number
  /** Decides which rare paths are followed: the same for the same question and day. */
  lot: number
}

/** 0 to 1, from the generator of S. K. Park and K. W. Miller, CACM 31 (1988). */
function draw(paths: Paths): number {
  paths.lot = (paths.lot * 48_271) % 2_147_483_647
  return paths.lot / 2_147_483_647
}

function follow(memory: Memory, last: number, likely: number, paths: Paths): void {
  if (likely < LEAST_LIKELY && draw(paths) * LEAST_LIKELY > likely) return
  const chance = Math.max(likely, LEAST_LIKELY)
  const { day, rule, attendance } = paths
  const interval = rule.interval(memory.stability)
  // The schedule spreads the days of a longer interval by about so much.
  const early = interval < 3 ? 0 : Math.round(0.1 * interval)
  const due = last + interval
  if (due - early <= day) {
    const weight = chance * attendance * (1 - attendance) ** Math.max(0, day - due)
    paths.weight += weight
    paths.recalled += weight * rule.recall(day - last, memory.stability)
  }
  const reviewed = due + Math.round((1 - attendance) / attendance)
  if (reviewed >= day) return
  for (const next of branches(memory, reviewed - last, rule)) {
    follow(next.memory, reviewed, chance * next.chance, paths)
  }
}

/** What a review may leave: remembered, or forgotten and relearned on the same day. */
function branches(memory: Memory, elapsed: number, { model, recall }: MemoryRule) {
  const chance = recall(elapsed, memory.stability)
  return [
    { chance, memory: nextMemory(memory, elapsed, 3, model) },
    {
      chance: 1 - chance,
      memory: nextMemory(nextMemory(memory, elapsed, 1, model), 0, 3, model),
    },
  ]
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
