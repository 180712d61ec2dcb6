'use client'

import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { KeepWorking } from '@/app/_shell/keep-working'
import { useOutbox } from '@/app/_study/outbox/use-outbox'
import { useReviewKeys } from '@/app/_study/session/use-review-keys'
import { useSession } from '@/app/_study/session/use-session'
import { actionOfKey, type KeyAction, keyMapOf } from '@/lib/review/keys'
import { LEARN_AHEAD_MS } from '@/lib/review/learn-ahead'
import { remaining } from '@/lib/review/session-counts'
import { nextLearningAt } from '@/lib/review/session-places'
import type { SessionCard, SessionPayload } from '@/lib/review/wire'
import { CurrentCard } from './current-card'
import { LastDone } from './last-done'
import { OutboxVoice } from './outbox-voice'
import { SessionHeader } from './session-header'
import { summaryOf } from './summary-figures'
import { useFreshQueue } from './use-fresh-queue'
import { useWarmUp } from './use-warm-up'

type Props = {
  userId: string
  scope: string | null
  payload: SessionPayload
  /** A cram leaves the schedule as it is. */
  mode?: 'review' | 'cram'
}
type Sheet = 'keys' | 'info' | 'flag' | null

// Not needed to paint a card.
const CardInfo = lazy(async () => ({ default: (await import('./card-info')).CardInfo }))
const FlagDialog = lazy(async () => ({ default: (await import('./flag-dialog')).FlagDialog }))
const KeysSheet = lazy(async () => ({ default: (await import('./keys-sheet')).KeysSheet }))
const Summary = lazy(async () => ({ default: (await import('./summary')).Summary }))

/** A sitting: one card after the other, from memory, until nothing is left or the learner stops. */
export function ReviewScreen({ userId, scope, payload, mode = 'review' }: Props) {
  const { outbox, status } = useOutbox(userId)
  const driver = useSession(
    payload,
    payload.cards,
    mode,
    outbox,
    mode === 'cram' ? null : (scope ?? ''),
  )
  const { session, dispatch, now } = driver
  const [stopped, setStopped] = useState(false)
  const [sheet, setSheet] = useState<Sheet>(null)
  const [spoken, setSpoken] = useState('')
  const ready = useFreshQueue({ userId, outbox, scope, payload, driver })
  useWarmUp()

  const keyMap = useMemo(() => keyMapOf(payload.keys), [payload.keys])
  const { current } = session
  const shownCard = current === null ? undefined : session.cards[current.questionId]
  const left = remaining(session)
  const showsCard = ready && !stopped && current !== null && shownCard !== undefined

  useTick(nextLearningAt(session), current === null && !stopped, now, () =>
    dispatch({ type: 'tick', at: now() }),
  )
  const undo = useCallback(() => {
    setStopped(false)
    driver.undo()
  }, [driver.undo])
  const onAction = (action: KeyAction): boolean => {
    if (action === 'undo') {
      if (session.done.length === 0) return false
      undo()
      setSpoken('Undone. Question again.')
      return true
    }
    if (action === 'help') return open('keys')
    if (!showsCard) return false
    switch (action) {
      case 'bury':
      case 'suspend':
        if (mode === 'cram') return false
        driver.setAside(action)
        setSpoken(action === 'bury' ? 'Buried until tomorrow.' : 'Suspended.')
        return true
      case 'flag':
      case 'info':
        return open(action)
      case 'source':
        return current.revealed && openSource(shownCard)
      default:
        return false
    }
  }
  const open = (which: Sheet): boolean => {
    setSheet(which)
    return true
  }
  const close = () => setSheet(null)
  useReviewKeys(
    (key) => {
      const action = actionOfKey(keyMap, key)
      return action !== null && onAction(action)
    },
    ready && !showsCard && sheet === null,
  )

  return (
    <div className="mx-auto w-[min(100%-2rem,46rem)] pt-3 pb-10 sm:pt-6">
      <KeepWorking userId={userId} />
      <OutboxVoice outbox={outbox} status={status} stateNames={payload.stateNames} />
      {showsCard ? (
        <>
          <SessionHeader
            session={session}
            left={left}
            status={status}
            onStop={() => setStopped(true)}
            onKeys={() => setSheet('keys')}
          />
          <LastDone session={session} onUndo={undo} />
          <CurrentCard
            key={`${current.questionId} ${current.startedAt}`}
            driver={driver}
            current={current}
            shownCard={shownCard}
            stateNames={payload.stateNames}
            clock={payload.clock}
            keysEnabled={sheet === null}
            keyMap={keyMap}
            askConfidence={payload.askConfidence}
            onAction={onAction}
            announce={setSpoken}
          />
        </>
      ) : ready ? (
        <Suspense fallback={<Heading isCram={mode === 'cram'} />}>
          <Summary
            figures={summaryOf(session, now(), payload.clock)}
            now={now()}
            clock={payload.clock}
            status={status}
            stateNames={payload.stateNames}
            isCram={mode === 'cram'}
            left={stopped || current !== null ? left.learning + left.review + left.new : 0}
            onGoOn={() => setStopped(false)}
            onUndo={undo}
          />
        </Suspense>
      ) : (
        <>
          <Heading isCram={mode === 'cram'} />
          <p className="pt-12 font-serif text-lg text-ink-2">
            Sending answers kept on this device …
          </p>
        </>
      )}
      <Suspense>
        {sheet === 'keys' ? <KeysSheet keyMap={keyMap} onClose={close} /> : null}
        {sheet === 'info' && shownCard ? (
          <CardInfo
            shownCard={shownCard}
            model={session.model}
            clock={payload.clock}
            now={now()}
            userId={userId}
            stateNames={payload.stateNames}
            onClose={close}
          />
        ) : null}
        {sheet === 'flag' && shownCard ? (
          <FlagDialog
            prompt={shownCard.question.prompt}
            onFlag={(comment) => {
              driver.flag(comment)
              close()
              setSpoken('Flagged. The instructors see it with your answer.')
            }}
            onClose={close}
          />
        ) : null}
      </Suspense>
      <p aria-live="polite" className="sr-only">
        {spoken}
      </p>
    </div>
  )
}

/** For the moments before there is another. */
const Heading = ({ isCram }: { isCram: boolean }) => (
  <h1 className="sr-only">{isCram ? 'Cram' : 'Review'}</h1>
)

/** The first citation, in a tab of its own. False when there is none. */
function openSource({ citations: [cited] }: SessionCard): boolean {
  if (cited === undefined) return false
  window.open(`/sources/${cited.source}#p${cited.paragraph}`, '_blank', 'noopener')
  return true
}

/** Calls `onDue` when the next learning card may be shown, while nothing is. */
function useTick(dueAt: number | null, idle: boolean, now: () => number, onDue: () => void): void {
  const latest = useRef(onDue)
  useEffect(() => {
    latest.current = onDue
  })
  useEffect(() => {
    if (!idle || dueAt === null) return
    const wait = Math.max(0, dueAt - LEARN_AHEAD_MS - now())
    const timer = setTimeout(() => latest.current(), wait + 50)
    return () => clearTimeout(timer)
  }, [dueAt, idle, now])
}
