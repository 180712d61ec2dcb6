'use client'

import { Suspense, useEffect, useMemo, useRef } from 'react'
import { Card } from '@/app/_components/card'
import { useScreen } from '@/app/_keys/use-screen'
import { afterPaint } from '@/app/_study/after-paint'
import { interfaceOf } from '@/app/_study/answers/kinds'
import type { StateNames } from '@/app/_study/answers/state-names'
import { CardFront } from '@/app/_study/card/card-front'
import { resultOf, useCardFace } from '@/app/_study/card/use-card-face'
import { later } from '@/app/_study/later'
import { focusCard, useReviewKeys } from '@/app/_study/session/use-review-keys'
import type { SessionDriver } from '@/app/_study/session/use-session'
import type { DayClock } from '@/lib/kernel/study-day'
import type { KeyAction, KeyMap } from '@/lib/review/keys'
import type { CurrentCard as Current } from '@/lib/review/session'
import type { SessionCard, SessionPayload } from '@/lib/review/wire'
import { AnswerBar } from './answer-bar'
import { CardHead } from './card-head'
import { cardKeys } from './card-keys'
import { useReveal } from './use-reveal'

export const cardBack = later(async () => (await import('./revealed-card')).RevealedCard)

type Props = {
  driver: SessionDriver
  current: Current
  shownCard: SessionCard
  stateNames: StateNames
  clock: DayClock
  keysEnabled: boolean
  keyMap: KeyMap
  askConfidence: boolean
  hints: SessionPayload['hints']
  /**
   * Handles actions other than answering, such as undo, bury and info. Returns true when it did
   * something.
   */
  onAction: (action: KeyAction) => boolean
  announce: (text: string) => void
}

/**
 * One card: its front, then its back with the four buttons. Its React key changes each time the
 * card is shown, so that no earlier answer remains.
 */
export function CurrentCard(props: Props) {
  const { driver, current, shownCard, stateNames, clock, keyMap, onAction, announce } = props
  const { revealed } = current
  const isCram = driver.session.context === 'cram'
  const face = useCardFace(shownCard, stateNames, `${current.startedAt}`)
  const result = useMemo(() => resultOf(shownCard, current.answer), [shownCard, current.answer])
  const asksConfidence = props.askConfidence && !isCram
  const reveal = useReveal({ driver, shownCard, stateNames, face, asksConfidence, announce })
  useScreen(revealed ? 'answer' : reveal.asking ? 'confidence' : 'question')

  const root = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs once each time a card is shown
  useEffect(() => {
    focusCard(root.current)
    void afterPaint().then(() =>
      announce(`${shownCard.topicTitle}. ${interfaceOf(shownCard.question.kind).announcement}`),
    )
  }, [])
  useReviewKeys(
    cardKeys({
      keyMap,
      kind: shownCard.question.kind,
      pick: face.pick,
      revealed,
      proposed: result.proposed,
      isCram,
      reveal,
      onRate: driver.rate,
      onAction,
    }),
    props.keysEnabled,
  )

  return (
    <div ref={root} data-card>
      <Card>
        <CardHead
          shownCard={shownCard}
          keyMap={keyMap}
          canUndo={driver.session.done.length > 0}
          revealed={revealed}
          isCram={isCram}
          onAction={onAction}
        />
        {revealed ? (
          <Suspense>
            <cardBack.Part
              shownCard={shownCard}
              asked={face.asked}
              answer={current.answer}
              result={result}
              confidence={current.confidence}
              hints={props.hints}
            />
          </Suspense>
        ) : (
          <CardFront
            giveUpKey={keyMap.giveUp}
            face={face}
            onCheck={reveal.check}
            onGiveUp={reveal.giveUp}
          />
        )}
      </Card>
      <AnswerBar
        driver={driver}
        shownCard={shownCard}
        clock={clock}
        keyMap={keyMap}
        revealed={revealed}
        result={result}
        isCram={isCram}
        reveal={reveal}
      />
    </div>
  )
}
