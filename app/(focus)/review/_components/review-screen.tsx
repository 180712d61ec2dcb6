'use client'

import { Suspense, useMemo, useState } from 'react'
import { useScreen } from '@/app/_keys/use-screen'
import { KeepWorking } from '@/app/_shell/keep-working'
import { useOutbox } from '@/app/_study/outbox/use-outbox'
import { useReviewKeys } from '@/app/_study/session/use-review-keys'
import { useSession } from '@/app/_study/session/use-session'
import { actionOf, keyMapOf } from '@/lib/review/keys'
import { remaining } from '@/lib/review/session-counts'
import { nextLearningAt } from '@/lib/review/session-places'
import type { SessionPayload } from '@/lib/review/wire'
import { BetweenCards } from './between-cards'
import { CurrentCard } from './current-card'
import { lastDone } from './last-done-later'
import { OutboxVoice } from './outbox-voice'
import { reviewActions } from './review-actions'
import { ReviewSheets, type Sheet } from './review-sheets'
import { SessionHeader } from './session-header'
import { useFreshQueue } from './use-fresh-queue'
import { useTick } from './use-tick'
import { useWarmUp } from './use-warm-up'

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
  const { outbox, status } = useOutbox(userId)
  const keepAs = isCram ? null : (scope ?? '')
  const driver = useSession(payload, payload.cards, mode, outbox, keepAs)
  const ready = useFreshQueue({ userId, outbox, scope, payload, driver })
  const [stopped, setStopped] = useState(false)
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const [spoken, announce] = useState('')
  const keyMap = useMemo(() => keyMapOf(payload.keys), [payload.keys])

  const { session, dispatch, now } = driver
  const { current } = session
  const shownCard = current === null ? undefined : session.cards[current.questionId]
  const showing = ready && !stopped && current && shownCard ? { current, shownCard } : null
  const left = remaining(session)
  useWarmUp(shownCard?.question.kind ?? null)
  useScreen(showing === null ? `none ${ready} ${stopped}` : 'card')

  useTick(nextLearningAt(session), current === null && !stopped, now, () =>
    dispatch({ type: 'tick', at: now() }),
  )
  const undo = () => {
    setStopped(false)
    driver.undo()
  }
  const onAction = reviewActions({
    showing,
    isCram,
    canUndo: session.done.length > 0,
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
      <OutboxVoice outbox={outbox} status={status} stateNames={payload.stateNames} />
      {showing ? (
        <>
          <SessionHeader
            session={session}
            left={left}
            status={status}
            onStop={() => setStopped(true)}
            helpKey={keyMap.help}
            onKeys={() => setSheet('keys')}
          />
          {session.done.length === 0 ? null : (
            <Suspense>
              <lastDone.Part session={session} undoKey={keyMap.undo} onUndo={undo} />
            </Suspense>
          )}
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
            onAction={onAction}
            announce={announce}
          />
        </>
      ) : (
        <BetweenCards
          ready={ready}
          driver={driver}
          payload={payload}
          status={status}
          isCram={isCram}
          stopped={stopped}
          left={left}
          undoKey={keyMap.undo}
          onContinue={() => setStopped(false)}
          onUndo={undo}
        />
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
      <p aria-live="polite" className="sr-only">
        {spoken}
      </p>
    </div>
  )
}
