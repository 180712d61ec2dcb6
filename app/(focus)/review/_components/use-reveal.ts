'use client'

import { useState } from 'react'
import type { StateNames } from '@/app/_study/answers/state-names'
import { resultOf, type useCardFace } from '@/app/_study/card/use-card-face'
import type { SessionDriver } from '@/app/_study/session/use-session'
import type { Answer } from '@/lib/kinds/types'
import type { SessionCard } from '@/lib/review/wire'

type Input = {
  driver: SessionDriver
  shownCard: SessionCard
  stateNames: StateNames
  face: ReturnType<typeof useCardFace>
  /** Whether the learner states their confidence before the answer is shown. */
  asksConfidence: boolean
  announce: (text: string) => void
}

export type Reveal = {
  /** The learner is being asked how sure they are. Until they reply, the answer can be changed. */
  readonly asking: boolean
  /** Shows the answer if there is one to check, or first asks for the confidence. */
  readonly check: () => void
  /** Shows the answer and records the confidence in percent. */
  readonly checkAs: (confidence: number) => void
  /** Shows the answer to a learner who does not know it. */
  readonly giveUp: () => void
}

/** Everything between giving an answer and seeing the correct one. */
export function useReveal(input: Input): Reveal {
  const { driver, shownCard, stateNames, face, asksConfidence, announce } = input
  const [asking, setAsking] = useState(false)
  const reveal = (answer: Answer | null, confidence: number | null = null) => {
    driver.dispatch({ type: 'reveal', answer, confidence })
    const { verdict } = resultOf(shownCard, answer)
    // Words are loaded while the first card is read; without them the reveal is still seen.
    import('./reveal-words')
      .then(({ revealWords }) =>
        announce(revealWords(shownCard.question, verdict, answer, stateNames)),
      )
      .catch(() => {})
  }
  return {
    asking,
    check() {
      const checked = face.check()
      if (!checked) return
      if (!asksConfidence) return reveal(checked.answer)
      setAsking(true)
      announce('How sure are you? 1 guess, 2 unsure, 3 fairly sure, 4 certain.')
    },
    checkAs(confidence) {
      const checked = face.check()
      if (checked) reveal(checked.answer, confidence)
    },
    giveUp: () => reveal(null),
  }
}
