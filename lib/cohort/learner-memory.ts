import type { UserId } from '../kernel/ids'

/**
 * The cards of one learner, with one entry for each question in the order of the catalogue. These
 * are columns of numbers instead of objects, because a cohort of 500 has several hundred thousand
 * cards in memory.
 */
export type LearnerMemory = {
  readonly userId: UserId
  /** Indices into `PHASES`. */
  readonly phase: Uint8Array
  readonly suspended: Uint8Array
  /** Days, or 0 while new. */
  readonly stability: Float64Array
  /** 1 to 10, or 0 while new. */
  readonly difficulty: Float64Array
  /**
   * Study days, or `NEVER` while new. For a card in learning steps, `dueDay` is the day of the due
   * instant.
   */
  readonly lastReviewDay: Int32Array
  readonly dueDay: Int32Array
  /** The study day until which the card is hidden, or 0. */
  readonly buriedUntil: Int32Array
  readonly lapses: Uint16Array
  /** The first grade ever: 1 recalled, 0 not recalled, -1 never graded. */
  readonly firstPassed: Int8Array
  /** The time (ms) of the first grade. */
  readonly firstMs: Int32Array
  /**
   * The number of first grades of a study day in phase review, and how many of them were recalled.
   */
  readonly tested: Uint16Array
  readonly passed: Uint16Array
  /** The sums of the predicted recall p and of p(1-p) over these grades. */
  readonly predictedSum: Float64Array
  readonly varianceSum: Float64Array
}

export const PHASES = ['new', 'learning', 'review', 'relearning'] as const
/** Later than any study day. */
export const NEVER = 2_147_483_647

/**
 * What one question takes in the columns. Narrower ones would round: the figures are means over many
 * cards, and must be those that the schedule has.
 */
export const BYTES_PER_CARD = 57

/** A learner with no cards yet, in a course with this many questions. */
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
