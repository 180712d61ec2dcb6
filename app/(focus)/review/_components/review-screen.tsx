'use client'

import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react'
import { useScreen } from '@/app/_keys/use-screen'
import { KeepWorking } from '@/app/_shell/keep-working'
import { addition } from '@/app/_study/later'
import { useOutbox } from '@/app/_study/outbox/use-outbox'
import { useReviewKeys } from '@/app/_study/session/use-review-keys'
import { useSession } from '@/app/_study/session/use-session'
import { actionOf, keyMapOf } from '@/lib/review/keys'
import { remaining } from '@/lib/review/session-counts'
import type { SessionPayload } from '@/lib/review/wire'
import { CurrentCard } from './current-card'
import { lastDone } from './last-done-later'
import { reviewActions } from './review-actions'
import { ReviewSheets, type Sheet } from './review-sheets'
import { SessionHeader } from './session-header'
import { useFreshQueue } from './use-fresh-queue'
import { useWarmUp } from './use-warm-up'

const OutboxVoice = addition(async () => (await import('./outbox-voice')).OutboxVoice)
const BetweenCards = lazy(async () => ({ default: (await import('./between-cards')).BetweenCards }))

type Props = {
  userId: string
  scope: string | null
  payload: SessionPayload
  /** A cram does not change the schedule. */
  mode?: 'review' | 'cram'
}

/**
 * A session: one card after another, without waiting for the server, until none is left or the
 * learner stops.
 */
export function ReviewScreen({ userId, scope, payload, mode = 'review' }: Props) {
  const isCram = mode === 'cram'
  const outbox = useOutbox(userId)
  const keepAs = isCram ? null : (scope ?? '')
  const driver = useSession(payload, payload.cards, mode, outbox, keepAs)
  const ready = useFreshQueue({ userId, outbox, scope, payload, driver })
  const [stopped, setStopped] = useState(false)
  const [sheet, setSheet] = useState<Sheet | null>(null)
  // Written into the page past React, which would otherwise go through the whole session a second time.
  const spoken = useRef<HTMLParagraphElement>(null)
  const announce = useCallback((text: string) => spoken.current?.replaceChildren(text), [])
  const keyMap = useMemo(() => keyMapOf(payload.keys), [payload.keys])

  const { session } = driver
  const { current } = session
  const shownCard = current === null ? undefined : session.cards[current.questionId]
  const showing = ready && !stopped && current && shownCard ? { current, shownCard } : null
  const left = remaining(session)
  useWarmUp(shownCard?.question.kind ?? null, (payload.hints ?? []).length > 0)
  useScreen(showing === null ? `none ${ready} ${stopped}` : 'card')

  const undo = () => {
    setStopped(false)
    driver.undo()
  }
  const canUndo = session.done.length > 0
  const onAction = reviewActions({
    showing,
    isCram,
    canUndo,
    undo,
    setAside: driver.setAside,
    open: setSheet,
    announce,
  })
  useReviewKeys(
    (press) => {
      const action = actionOf(press, keyMap)
      return action !== null && onAction(action)
    },
    ready && showing === null && sheet === null,
  )

  return (
    <div className="mx-auto w-[min(100%-2rem,46rem)] pt-3 pb-10 sm:pt-6">
      <KeepWorking userId={userId} />
      <Suspense>
        <OutboxVoice outbox={outbox} stateNames={payload.stateNames} />
      </Suspense>
      {showing ? (
        <>
          <SessionHeader
            session={session}
            left={left}
            outbox={outbox}
            undoKey={keyMap.undo}
            onUndo={canUndo ? () => void onAction('undo') : null}
            isOnTop={sheet === null}
            onStop={() => setStopped(true)}
            helpKey={keyMap.help}
            onKeys={() => setSheet('keys')}
          />
          {canUndo ? (
            <Suspense>
              <lastDone.Part session={session} />
            </Suspense>
          ) : null}
          <CurrentCard
            key={`${showing.current.questionId} ${showing.current.startedAt}`}
            driver={driver}
            current={showing.current}
            shownCard={showing.shownCard}
            stateNames={payload.stateNames}
            clock={payload.clock}
            keysEnabled={sheet === null}
            keyMap={keyMap}
            askConfidence={payload.askConfidence}
            hints={payload.hints}
            onAction={onAction}
            announce={announce}
          />
        </>
      ) : (
        <Suspense>
          <BetweenCards
            ready={ready}
            driver={driver}
            payload={payload}
            outbox={outbox}
            stopped={stopped}
            undoKey={keyMap.undo}
            onContinue={() => setStopped(false)}
            onUndo={undo}
          />
        </Suspense>
      )}
      <ReviewSheets
        userId={userId}
        payload={payload}
        driver={driver}
        keyMap={keyMap}
        shownCard={shownCard}
        sheet={sheet}
        onClose={() => setSheet(null)}
        announce={announce}
      />
      <p ref={spoken} aria-live="polite" className="sr-only" />
    </div>
  )
}
