import type { LearnerMemory } from './learner-memory'

/**
 * What the log of one learner says about their forgetting: over the first grades of a study day in
 * phase review, how many there were, how many were recalled, and the sums of the predicted recall p
 * and of p(1-p).
 */
export type RecallEvidence = {
  readonly tested: number
  readonly passed: number
  readonly predictedSum: number
  readonly varianceSum: number
}

/** Where the forgetting of the people of a cohort lies: a mean and a variance. */
export type ForgettingPrior = { readonly mean: number; readonly variance: number }

/** For a cohort that does not have enough answers yet. People with 0.5 to 1.5 are not unusual. */
export const NOBODY_KNOWN: ForgettingPrior = { mean: 1, variance: 0.5 ** 2 }

/** How many people, with how many tests each, make a prior of the cohort's own. */
const FEWEST_PEOPLE = 5
const FEWEST_TESTS = 30
/** A correction beyond these says more about the answers than about the person. */
const LEAST = 0.3
const MOST = 4
/** No cohort is so alike that its people could not differ by a tenth. */
const LEAST_VARIANCE = 0.1 ** 2

const known = new WeakMap<LearnerMemory, RecallEvidence>()

/** Worked out once for each reading of the cards, because every page of a cohort asks for all. */
export function recallEvidence(learner: LearnerMemory): RecallEvidence {
  const found = known.get(learner)
  if (found !== undefined) return found
  const sums = evidenceIn(learner)
  known.set(learner, sums)
  return sums
}

function evidenceIn(learner: LearnerMemory): RecallEvidence {
  const sum = (column: ArrayLike<number>) => {
    let all = 0
    for (let index = 0; index < column.length; index += 1) all += column[index] ?? 0
    return all
  }
  return {
    tested: sum(learner.tested),
    passed: sum(learner.passed),
    predictedSum: sum(learner.predictedSum),
    varianceSum: sum(learner.varianceSum),
  }
}

/**
 * The exponent a for which p^a, in place of the predicted recall p, agrees with the answers: above 1
 * for somebody who forgets faster than the memory model says. One step of Fisher's scoring from
 * a = 1. With x = sum p - recalled and I = sum p(1-p), the slope of sum p^a is about -I, because
 * p ln p is about -(1-p)p where recall is high; so a - 1 is x / I with variance 1 / I.
 */
function estimate({ predictedSum, passed, varianceSum }: RecallEvidence): ForgettingPrior {
  return { mean: 1 + (predictedSum - passed) / varianceSum, variance: 1 / varianceSum }
}

/**
 * The mean and the variance between people, by the method of moments of R. DerSimonian and N. Laird,
 * "Meta-analysis in clinical trials", Controlled Clinical Trials 7 (1986).
 */
export function forgettingPrior(everybody: readonly RecallEvidence[]): ForgettingPrior {
  const told = everybody.filter(({ tested }) => tested >= FEWEST_TESTS).map(estimate)
  if (told.length < FEWEST_PEOPLE) return NOBODY_KNOWN
  const total = (of: (each: ForgettingPrior) => number) =>
    told.reduce((sum, each) => sum + of(each), 0)
  const weights = total(({ variance }) => 1 / variance)
  const fixed = total(({ mean, variance }) => mean / variance) / weights
  const spread = total(({ mean, variance }) => (mean - fixed) ** 2 / variance)
  const scale = weights - total(({ variance }) => 1 / variance ** 2) / weights
  const between = Math.max(LEAST_VARIANCE, (spread - (told.length - 1)) / scale)
  const random = total(({ variance }) => 1 / (variance + between))
  const mean = total((each) => each.mean / (each.variance + between)) / random
  return { mean, variance: between }
}

/**
 * The exponent for one learner: what their answers say, drawn towards their cohort as far as few
 * answers say little (the posterior mean of a normal with a normal prior; B. Efron and C. Morris,
 * "Data analysis using Stein's estimator", JASA 70, 1975). In hundredths, so that the answer of one
 * person does not change the figures of everybody by digits that nobody sees.
 */
export function forgettingOf(evidence: RecallEvidence, prior: ForgettingPrior): number {
  const pull = 1 / prior.variance
  const { varianceSum, predictedSum, passed } = evidence
  const exponent = (varianceSum + predictedSum - passed + prior.mean * pull) / (varianceSum + pull)
  return Math.round(100 * Math.min(MOST, Math.max(LEAST, exponent))) / 100
}
