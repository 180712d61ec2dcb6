import type { Answer } from '@/lib/grading/answer'
import type { Shown } from '@/lib/grading/shuffle-options'
import type { Verdict } from '@/lib/grading/verdict'
import type { Rating } from '@/lib/memory/card/state'
import type { SessionCard } from '@/lib/review/wire'
import type { StateNames } from '../answers/state-names'

type Decided = Extract<Verdict, { score: number }>

/** What one card on the screen shows, before and after the reveal. */
export type CardFace = {
  readonly shownCard: SessionCard
  readonly stateNames: StateNames
  /** The options in the order of this showing. */
  readonly options: Shown
  /** What is being answered; null while untouched. */
  readonly draft: Answer | null
  readonly setDraft: (answer: Answer) => void
  /** Picks or unpicks the option of this key; false when the key has none. */
  readonly pick: (key: string) => boolean
  /** Why it cannot be checked yet; empty otherwise. */
  readonly missing: string
}

export type CardResult = {
  /** Null for what only the learner can tell. */
  readonly verdict: Decided | 'not-answered' | null
  readonly proposed: Rating | null
}
