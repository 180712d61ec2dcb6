import { computeDecayFactor, FSRSAlgorithm, get_fuzz_range, roundTo } from 'ts-fsrs'
import type { Memory, Rating } from '../card/state'
import type { MemoryModel } from '../model/memory-model'

// Building an algorithm checks and clips 21 weights, which is too slow to repeat for every answer.
const built = new WeakMap<MemoryModel, FSRSAlgorithm>()

function algorithmOf(model: MemoryModel): FSRSAlgorithm {
  const known = built.get(model)
  if (known !== undefined) return known
  const algorithm = new FSRSAlgorithm({
    w: model.weights,
    request_retention: model.desiredRetention,
    maximum_interval: model.maximumIntervalDays,
    enable_fuzz: model.fuzz,
    enable_short_term: true,
    relearning_steps: model.relearningStepsMin.map((minutes) => `${minutes}m` as const),
  })
  built.set(model, algorithm)
  return algorithm
}

/**
 * Memory after a grade, `elapsedDays` study days (>= 0) after the last one; `before` is null for a
 * new card. 0 days uses FSRS-6's same-day formula.
 * Source: https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm#fsrs-6
 */
export function nextMemory(
  before: Memory | null,
  elapsedDays: number,
  rating: Rating,
  model: MemoryModel,
): Memory {
  const memory = before && { stability: before.stability, difficulty: before.difficulty }
  return algorithmOf(model).next_state(memory, elapsedDays, rating)
}

/**
 * Whole days (>= 1) until recall falls to the desired retention. `seed` decides where in the
 * model's fuzz range it lands; without fuzz it does nothing.
 */
export function intervalDays(
  stability: number,
  elapsedDays: number,
  seed: string,
  model: MemoryModel,
): number {
  const algorithm = algorithmOf(model)
  algorithm.seed = seed
  return algorithm.next_interval(stability, elapsedDays)
}

/** Whole days, both ends included. */
export type DayRange = { readonly from: number; readonly to: number }

/** The days on which `intervalDays` may land for any seed; a single day without fuzz. */
export function fuzzRange(stability: number, elapsedDays: number, model: MemoryModel): DayRange {
  const days = intervalRule(model)(stability)
  if (!model.fuzz || days < 2.5) return { from: days, to: days }
  const { min_ivl, max_ivl } = get_fuzz_range(days, elapsedDays, model.maximumIntervalDays)
  return { from: min_ivl, to: max_ivl }
}

/** Whole days (>= 1) until recall falls to the desired retention, without fuzz. */
export function intervalRule(model: MemoryModel): (stability: number) => number {
  const modifier = algorithmOf(model).calculate_interval_modifier(model.desiredRetention)
  return (stability) =>
    Math.min(Math.max(1, Math.round(stability * modifier)), model.maximumIntervalDays)
}

/** Probability of recall (0 to 1) that many days after a review that left this stability. */
export type RecallCurve = (elapsedDays: number, stability: number) => number

/**
 * The forgetting curve of one model, for callers that ask it a hundred thousand times. The recall is
 * raised to the power of `forgetting`, which is the same as so many times the decay.
 */
export function recallCurve(model: MemoryModel, forgetting = 1): RecallCurve {
  const { decay, factor } = computeDecayFactor([...model.weights])
  const power = decay * forgetting
  return (elapsedDays, stability) => (1 + (factor * elapsedDays) / stability) ** power
}

const curves = new WeakMap<MemoryModel, ReturnType<typeof computeDecayFactor>>()

/** Worked out from the weights as ts-fsrs clips them. It would do so again for every recall. */
function curveOf(model: MemoryModel): ReturnType<typeof computeDecayFactor> {
  const known = curves.get(model)
  if (known !== undefined) return known
  const curve = computeDecayFactor(algorithmOf(model).parameters.w)
  curves.set(model, curve)
  return curve
}

/** Probability of recall (0 to 1) after `elapsedDays`: FSRS-6's power curve, to the digit as ts-fsrs has it. */
export function recallAfter(elapsedDays: number, stability: number, model: MemoryModel): number {
  const { decay, factor } = curveOf(model)
  return roundTo((1 + (factor * elapsedDays) / stability) ** decay, 8)
}
