/**
 * What a grade was scheduled with. Every event names its model's version, so a change of
 * parameters makes a new version and never rewrites the past.
 */
export type MemoryModel = {
  readonly version: string
  /** FSRS-6's 21 weights. */
  readonly weights: readonly number[]
  /** Recall at which a review falls due, e.g. 0.9. */
  readonly desiredRetention: number
  readonly learningStepsMin: readonly number[]
  readonly relearningStepsMin: readonly number[]
  readonly maximumIntervalDays: number
  readonly fuzz: boolean
  /** Null: no card ever counts as a leech. */
  readonly leech: LeechRule | null
}

/** When a card counts as a leech: it was forgotten so often that more reviews do not help. */
export type LeechRule = {
  readonly lapses: number
  /** Whether such a card is suspended, or only marked. */
  readonly suspends: boolean
}

/** What of a model a person sets as times: the steps of minutes, and the longest interval of days. */
export type StepSettings = Pick<
  MemoryModel,
  'learningStepsMin' | 'relearningStepsMin' | 'maximumIntervalDays'
>
