'use client'

import { Suspense, useEffect, useMemo } from 'react'
import { afterPaint } from '@/app/_study/after-paint'
import type { CardResult } from '@/app/_study/card/card-face'
import { whyProposed } from '@/app/_study/card/use-card-face'
import { later } from '@/app/_study/later'
import type { SessionDriver } from '@/app/_study/session/use-session'
import { type DayClock, studyDayOf } from '@/lib/kernel/study-day'
import type { Rating } from '@/lib/memory/card/state'
import { type Preview, previewIntervals } from '@/lib/memory/schedule/preview-intervals'
import type { KeyMap } from '@/lib/review/keys'
import type { SessionCard } from '@/lib/review/wire'
import type { Reveal } from './use-reveal'

/** Nobody should rate an answer unread, and one that came after its buttons would move them. */
const withAnswer = async <Bar,>(bar: Promise<Bar>): Promise<Bar> =>
  (await Promise.all([bar, import('./revealed-card')]))[0]

export const ratingBar = later(
  async () => (await withAnswer(import('@/app/_study/card/rating-bar'))).RatingBar,
)
export const confidenceBar = later(async () => (await import('./confidence-bar')).ConfidenceBar)
export const cramBar = later(async () => (await withAnswer(import('./cram-bar'))).CramBar)

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
  const previews = usePreviews(driver, shownCard, clock)
  if (!revealed && !reveal.asking) return null
  return (
    // On a low or narrow window, such as at 400 % zoom or on a phone, the bar would cover the answer: there
    // it follows it.
    <div data-answer-bar className="answer-bar">
      <Suspense>
        {!revealed ? (
          <confidenceBar.Part onChoose={reveal.checkAs} />
        ) : isCram ? (
          <cramBar.Part keyMap={keyMap} proposed={result.proposed} onRate={driver.rate} />
        ) : (
          <ratingBar.Part
            keyMap={keyMap}
            previews={previews()}
            proposed={result.proposed}
            why={whyProposed(result)}
            onRate={driver.rate}
          />
        )}
      </Suspense>
    </div>
  )
}

type Previews = Readonly<Record<Rating, Preview>>

/** Reckoned once the front has been painted, so that neither the front nor the reveal waits for it. */
function usePreviews(
  { now, session }: SessionDriver,
  { question, card }: SessionCard,
  clock: DayClock,
): () => Previews {
  const { model, load } = session
  const previews = useMemo(() => {
    let made: Previews | null = null
    return () => {
      const at = now()
      made ??= previewIntervals(card.state, at, studyDayOf(at, clock), question.id, model, load)
      return made
    }
  }, [now, model, load, card.state, question.id, clock])
  useEffect(() => void afterPaint().then(previews), [previews])
  return previews
}
