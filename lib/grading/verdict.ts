import type { Rating } from '../memory/card/state'

/**
 * What grading says. `incomplete`: not yet an answer (nothing typed, a pair unmatched), nothing is
 * recorded. `self`: only the learner can tell. `score` is the share that was right, 0 to 1.
 * `proposed` is a rating the learner can override; `note` says why in one sentence.
 */
export type Verdict =
  | { readonly outcome: 'incomplete'; readonly missing: string }
  | { readonly outcome: 'self' }
  | {
      readonly outcome: 'right' | 'partly' | 'wrong'
      readonly score: number
      readonly proposed: Rating
      readonly note: string
    }
