'use client'

import { Suspense, useMemo } from 'react'
import type { CardResult } from '@/app/_study/card/card-face'
import { whyProposed } from '@/app/_study/card/use-card-face'
import { later } from '@/app/_study/later'
import type { SessionDriver } from '@/app/_study/session/use-session'
import { type DayClock, studyDayOf } from '@/lib/kernel/study-day'
import { previewIntervals } from '@/lib/memory/schedule/preview-intervals'
import type { KeyMap } from '@/lib/review/keys'
import type { SessionCard } from '@/lib/review/wire'
import type { Reveal } from './use-reveal'

export const ratingBar = later(async () => (await import('@/app/_study/card/rating-bar')).RatingBar)
export const confidenceBar = later(async () => (await import('./confidence-bar')).ConfidenceBar)
export const cramBar = later(async () => (await import('./cram-bar')).CramBar)

type Props = {
  driver: SessionDriver
  shownCard: SessionCard
  clock: DayClock
  keyMap: KeyMap
  revealed: boolean
  result: CardResult
  isCram: boolean
  reveal: Reveal
}

/**
 * The buttons below the card: how sure the learner is before the reveal, and how well they recalled
 * the answer after it.
 */
export function AnswerBar(props: Props) {
  const { driver, shownCard, clock, keyMap, revealed, result, isCram, reveal } = props
  // Computed together with the front, so that the reveal is not delayed.
  const previews = usePreviews(driver, shownCard, clock)
  if (!revealed && !reveal.asking) return null
  return (
    // On a low window, such as at 400 % zoom or a phone on its side, the bar would cover the answer.
    <div data-answer-bar className="bg-paper py-3 [@media(height>=30rem)]:sticky bottom-0">
      <Suspense>
        {!revealed ? (
          <confidenceBar.Part onChoose={reveal.checkAs} />
        ) : isCram ? (
          <cramBar.Part keyMap={keyMap} proposed={result.proposed} onRate={driver.rate} />
        ) : (
          <ratingBar.Part
            keyMap={keyMap}
            previews={previews}
            proposed={result.proposed}
            why={whyProposed(result)}
            onRate={driver.rate}
          />
        )}
      </Suspense>
    </div>
  )
}

function usePreviews(
  { now, session }: SessionDriver,
  { question, card }: SessionCard,
  clock: DayClock,
) {
  const { model, load } = session
  return useMemo(() => {
    const at = now()
    return previewIntervals(card.state, at, studyDayOf(at, clock), question.id, model, load)
  }, [now, model, load, card.state, question.id, clock])
}
