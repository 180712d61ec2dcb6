import { median } from '../statistics/average'
import { correlationEstimate } from '../statistics/correlation'
import { type Estimate, Z_95 } from '../statistics/interval'
import type { LearnerMemory } from './learner-memory'

/** A question with fewer answers than this gets no figures. */
export const FEWEST_ANSWERS = 10

export type ItemStatistics = {
  /**
   * `seen`: learners who answered the question. `firstTry`: the share that knew it at the first
   * grade.
   */
  readonly seen: number
  readonly firstTry: number | null
  /** Reviews that tested it: the first grade of a study day in phase review. */
  readonly tested: number
  /**
   * The share recalled minus the mean predicted recall, with its 95 % interval. Null if there are
   * too few answers.
   */
  readonly surprise: Estimate | null
  /**
   * The corrected point-biserial correlation of the first grade with the learner's share of first
   * grades recalled on all other questions. Null if there are too few answers, or if either never
   * varies.
   */
  readonly discrimination: Estimate | null
  /** The median time (ms) of the first grade. Null if nobody has seen the question. */
  readonly medianMs: number | null
  /** Cards with at least `leechLapses` lapses. */
  readonly leeches: number
}

/**
 * The statistics of question `index`. The interval of the surprise takes each review as a Bernoulli
 * trial with its own predicted recall: variance = sum p(1-p) / n^2. The correlation leaves the item
 * out of the score (Henrysson 1963, "Correction of item-total correlations in item analysis").
 */
export function itemStatistics(
  cohort: readonly LearnerMemory[],
  index: number,
  scores: readonly FirstTries[],
  leechLapses: number,
): ItemStatistics {
  const times: number[] = []
  const firsts: number[] = []
  const rests: number[] = []
  let tested = 0
  let passed = 0
  let predicted = 0
  let variance = 0
  let leeches = 0
  for (const [place, learner] of cohort.entries()) {
    tested += learner.tested[index] ?? 0
    passed += learner.passed[index] ?? 0
    predicted += learner.predictedSum[index] ?? 0
    variance += learner.varianceSum[index] ?? 0
    if ((learner.lapses[index] ?? 0) >= leechLapses) leeches += 1
    const first = learner.firstPassed[index] ?? -1
    const score = scores[place]
    if (first < 0 || score === undefined) continue
    times.push(learner.firstMs[index] ?? 0)
    if (score.seen < 2) continue
    firsts.push(first)
    rests.push((score.passed - first) / (score.seen - 1))
  }
  const seen = times.length
  const recalled = cohort.filter((learner) => learner.firstPassed[index] === 1).length
  const half = Z_95 * Math.sqrt(variance)
  const difference = passed - predicted
  return {
    seen,
    firstTry: seen < FEWEST_ANSWERS ? null : recalled / seen,
    tested,
    surprise:
      tested < FEWEST_ANSWERS
        ? null
        : {
            mean: difference / tested,
            low: (difference - half) / tested,
            high: (difference + half) / tested,
          },
    discrimination: firsts.length < FEWEST_ANSWERS ? null : correlationEstimate(firsts, rests),
    medianMs: median(times),
    leeches,
  }
}

/** How many questions a learner has seen, and how many of them they knew at the first grade. */
export type FirstTries = { readonly seen: number; readonly passed: number }

export function firstTries(learner: LearnerMemory): FirstTries {
  let seen = 0
  let passed = 0
  for (const first of learner.firstPassed) {
    if (first >= 0) seen += 1
    if (first === 1) passed += 1
  }
  return { seen, passed }
}
