import type { UserId } from '../kernel/ids'

/**
 * What one learner's cards say, one entry a question, in the order of the catalogue. Columns of
 * numbers and not objects: a cohort of 500 has several hundred thousand of them in memory.
 */
export type LearnerMemory = {
  readonly userId: UserId
  /** Index into `PHASES`. */
  readonly phase: Uint8Array
  readonly suspended: Uint8Array
  /** Days; 0 while new. */
  readonly stability: Float64Array
  /** 1 to 10; 0 while new. */
  readonly difficulty: Float64Array
  /** Study days; `NEVER` while new, `dueDay` that of the instant for a card in learning steps. */
  readonly lastReviewDay: Int32Array
  readonly dueDay: Int32Array
  /** Hidden until this study day begins; 0 when it is not. */
  readonly buriedUntil: Int32Array
  readonly lapses: Uint16Array
  /** 1 recalled at the first grade ever, 0 not, -1 never graded. */
  readonly firstPassed: Int8Array
  /** Time (ms) of the first grade. */
  readonly firstMs: Int32Array
  /** First grades of a study day in phase review, and those recalled. */
  readonly tested: Uint16Array
  readonly passed: Uint16Array
  /** Sums of the predicted recall p, and of p(1-p), over those tested. */
  readonly predictedSum: Float64Array
  readonly varianceSum: Float64Array
}

export const PHASES = ['new', 'learning', 'review', 'relearning'] as const
/** Later than any study day. */
export const NEVER = 2_147_483_647

/** A learner who never opened a card of `questions` questions. */
export function emptyMemory(userId: UserId, questions: number): LearnerMemory {
  return {
    userId,
    phase: new Uint8Array(questions),
    suspended: new Uint8Array(questions),
    stability: new Float64Array(questions),
    difficulty: new Float64Array(questions),
    lastReviewDay: new Int32Array(questions).fill(NEVER),
    dueDay: new Int32Array(questions).fill(NEVER),
    buriedUntil: new Int32Array(questions),
    lapses: new Uint16Array(questions),
    firstPassed: new Int8Array(questions).fill(-1),
    firstMs: new Int32Array(questions),
    tested: new Uint16Array(questions),
    passed: new Uint16Array(questions),
    predictedSum: new Float64Array(questions),
    varianceSum: new Float64Array(questions),
  }
}

export const isSeen = ({ phase }: LearnerMemory, index: number): boolean => phase[index] !== 0
