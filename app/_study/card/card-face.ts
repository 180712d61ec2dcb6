import type { Verdict } from '@/lib/grading/verdict'
import type { Answer, Asked } from '@/lib/kinds/types'
import type { Rating } from '@/lib/memory/card/state'
import type { SessionCard } from '@/lib/review/wire'

type Decided = Extract<Verdict, { score: number }>

/** What one card on the screen shows, before and after the reveal. */
export type CardFace = {
  readonly shownCard: SessionCard
  /** The question as it is asked in this showing. */
  readonly asked: Asked
  /** What is being answered. */
  readonly draft: Answer
  readonly setDraft: (answer: Answer) => void
  /** Picks or unpicks the option of this character; false when it has none. */
  readonly pick: (character: string) => boolean
  /** Why it cannot be checked yet; empty otherwise. */
  readonly missing: string
}

export type CardResult = {
  /** Null for what only the learner can tell. */
  readonly verdict: Decided | 'not-answered' | null
  readonly proposed: Rating | null
}
