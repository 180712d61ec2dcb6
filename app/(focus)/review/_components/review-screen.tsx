'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { KeepWorking } from '@/app/_shell/keep-working'
import { LEARN_AHEAD_MS } from '@/lib/review/learn-ahead'
import { remaining } from '@/lib/review/session-counts'
import { nextLearningAt } from '@/lib/review/session-places'
import type { SessionPayload } from '@/lib/review/wire'
import { useOutbox } from '../_outbox/use-outbox'
import { CardInfo } from './card-info'
import { CurrentCard } from './current-card'
import { KeysSheet } from './keys-sheet'
import { OutboxNotices } from './outbox-notices'
import { SessionHeader } from './session-header'
import { Summary } from './summary'
import { summaryOf } from './summary-figures'
import { useFreshQueue } from './use-fresh-queue'
import { useReviewKeys } from './use-review-keys'
import { useSession } from './use-session'

type Props = {
  userId: string
  scope: string | null
  payload: SessionPayload
  /** A cram leaves the schedule as it is. */
  mode?: 'review' | 'cram'
}
type Sheet = 'keys' | 'info' | null

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
  const onOtherKey = (key: string): boolean => {
    switch (key) {
      case 'u':
        if (session.done.length > 0) {
          undo()
          setSpoken('Undone. Question again.')
        }
        return true
      case '?':
        setSheet('keys')
        return true
    }
    if (!showsCard) return false
    switch (key) {
      case '-':
        driver.setAside('bury')
        setSpoken('Buried until tomorrow.')
        return true
      case '@':
        driver.setAside('suspend')
        setSpoken('Suspended.')
        return true
      case 'i':
        setSheet('info')
        return true
      case 'e': {
        const cited = shownCard.citations[0]
        if (!current.revealed || cited === undefined) return false
        window.open(`/sources/${cited.source}#p${cited.paragraph}`, '_blank', 'noopener')
        return true
      }
    }
    return false
  }
  useReviewKeys(onOtherKey, ready && !showsCard && sheet === null)

  return (
    <div className="mx-auto w-[min(100%-2rem,46rem)] pt-3 pb-10 sm:pt-6">
      <KeepWorking userId={userId} />
      <OutboxNotices outbox={outbox} status={status} stateNames={payload.stateNames} />
      {showsCard ? (
        <>
          <SessionHeader
            left={left}
            status={status}
            onStop={() => setStopped(true)}
            onKeys={() => setSheet('keys')}
          />
          <CurrentCard
            key={`${current.questionId} ${current.startedAt}`}
            driver={driver}
            current={current}
            shownCard={shownCard}
            stateNames={payload.stateNames}
            clock={payload.clock}
            keysEnabled={sheet === null}
            onOtherKey={onOtherKey}
            announce={setSpoken}
          />
          <CardInfo
            shownCard={shownCard}
            model={session.model}
            clock={payload.clock}
            now={sheet === 'info' ? now() : payload.serverNow}
            open={sheet === 'info'}
            onOpenChange={(open) => setSheet(open ? 'info' : null)}
          />
        </>
      ) : ready ? (
        <Summary
          figures={summaryOf(session, now(), payload.clock)}
          clock={payload.clock}
          status={status}
          stateNames={payload.stateNames}
          left={stopped || current !== null ? left.learning + left.review + left.new : 0}
          onGoOn={() => setStopped(false)}
          onUndo={undo}
        />
      ) : (
        <p className="pt-12 font-serif text-lg text-ink-2">Sending answers kept on this device …</p>
      )}
      <KeysSheet open={sheet === 'keys'} onOpenChange={(open) => setSheet(open ? 'keys' : null)} />
      <p aria-live="polite" className="sr-only">
        {spoken}
      </p>
    </div>
  )
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
