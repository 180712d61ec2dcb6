import type { Question } from '../course/types'
import type { QuestionId } from '../kernel/ids'
import type { StudyDay } from '../kernel/study-day'
import type { Card } from '../memory/card/card'
import { isSetAside } from '../memory/card/due'
import type { Memory } from '../memory/card/state'
import type { MemoryModel } from '../memory/model/memory-model'
import { intervalRule, nextMemory, recallCurve } from '../memory/schedule/algorithm'
import { introduced, type Waiting, waitingOf } from './introduction-order'
import { type Related, takeWithoutSiblings } from './without-siblings'

/** Nobody plans further ahead. */
const FARTHEST_DAYS = 730
/** Share of first answers that are recalled, as in `memory/forecast/habits`. */
const RECALLED_AT_FIRST = 0.76

type IntroductionInput = {
  /** In course order. */
  readonly fresh: readonly Question[]
  readonly begun: readonly { readonly question: Question; readonly card: Card }[]
  readonly today: StudyDay
  readonly limits: { readonly newPerDay: number; readonly reviewsPerDay: number }
  readonly introducedToday: number
  /** Study days from today on which nothing new is introduced. */
  readonly waits: number
  readonly model: MemoryModel
}

/** A card that has begun. Days are counted from today, 0. */
type Followed = Related & { memory: Memory; last: number; due: number }

/**
 * On which study day from today (0) each of these questions is introduced, as the queue would do it
 * (`buildQueue`): within the limits, and no two siblings on one day, neither new nor to review. Every review is taken
 * as done when the queue brings it, and recalled as often as the model predicts: a forgotten one falls in
 * whenever the predictions add up to one. What does not come within two years is missing.
 */
export function introductionDays(input: IntroductionInput): ReadonlyMap<QuestionId, number> {
  const { model, limits, waits, introducedToday } = input
  const interval = intervalRule(model)
  const recall = recallCurve(model)
  let forgotten = 0
  const isRecalled = (chance: number): boolean => {
    forgotten += 1 - chance
    if (forgotten < 1) return true
    forgotten -= 1
    return false
  }
  const days = new Map<QuestionId, number>()
  const followed = followedOf(input)
  let left: readonly Waiting[] = input.fresh.map(waitingOf)
  for (let day = 0; limits.newPerDay > 0 && left.length > 0 && day < FARTHEST_DAYS; day += 1) {
    const taken = new Set<QuestionId>()
    const review = (due: readonly Followed[], room: number): number => {
      const reviewed = takeWithoutSiblings(due, room, taken)
      for (const card of reviewed) {
        const elapsed = day - card.last
        const recalled = isRecalled(recall(elapsed, card.memory.stability))
        card.memory = answered(card.memory, elapsed, recalled, model)
        card.last = day
        card.due = day + interval(card.memory.stability)
      }
      return room - reviewed.length
    }
    const ofToday = followed.filter((card) => card.due === day)
    const waited = followed.filter((card) => card.due < day).sort((a, b) => a.due - b.due)
    const roomLeft = review(waited, limits.reviewsPerDay)
    const room = day < waits ? 0 : limits.newPerDay - (day === 0 ? introducedToday : 0)
    for (const { questionId, siblings } of introduced(left, room, taken)) {
      days.set(questionId, day)
      const memory = answered(null, 0, isRecalled(RECALLED_AT_FIRST), model)
      const due = day + interval(memory.stability)
      followed.push({ questionId, siblings, memory, last: day, due })
    }
    left = left.filter(({ questionId }) => !days.has(questionId))
    review(ofToday, roomLeft)
  }
  return days
}

/** After an answer and the learning steps that follow it on the same day. */
function answered(
  before: Memory | null,
  elapsed: number,
  recalled: boolean,
  model: MemoryModel,
): Memory {
  const after = nextMemory(before, elapsed, recalled ? 3 : 1, model)
  return before !== null && recalled ? after : nextMemory(after, 0, 3, model)
}

function followedOf({ begun, today }: IntroductionInput): Followed[] {
  return begun.flatMap(({ question, card }) => {
    const { state } = card
    if (state.phase === 'new' || isSetAside(card, today)) return []
    const due = state.phase === 'review' ? state.dueDay - today : 0
    const { questionId, siblings } = waitingOf(question)
    return [{ questionId, siblings, memory: state, last: state.lastReviewDay - today, due }]
  })
}
