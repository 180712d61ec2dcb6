'use client'

import { lazy, Suspense } from 'react'
import type { OutboxStatus } from '@/app/_study/outbox/outbox-status'
import type { SessionDriver } from '@/app/_study/session/use-session'
import type { Counts } from '@/lib/review/queue'
import type { SessionPayload } from '@/lib/review/wire'

const Summary = lazy(async () => ({ default: (await import('./summary')).Summary }))

type Props = {
  /** False while answers from an earlier visit are being sent. */
  ready: boolean
  driver: SessionDriver
  payload: SessionPayload
  status: OutboxStatus
  isCram: boolean
  stopped: boolean
  left: Counts
  undoKey: string | null
  onContinue: () => void
  onUndo: () => void
}

/** What is shown when there is no card: the wait for the first one, or the summary at the end. */
export function BetweenCards(props: Props) {
  const { ready, driver, payload, isCram, stopped, left } = props
  const { session, now } = driver
  const heading = <h1 className="sr-only">{isCram ? 'Cram' : 'Review'}</h1>
  if (!ready) {
    return (
      <>
        {heading}
        <p className="pt-12 font-serif text-lg text-ink-2">
          Sending the answers kept on this device …
        </p>
      </>
    )
  }
  return (
    <Suspense fallback={heading}>
      <Summary
        session={session}
        now={now()}
        clock={payload.clock}
        status={props.status}
        stateNames={payload.stateNames}
        isCram={isCram}
        left={stopped || session.current !== null ? left.learning + left.review + left.new : 0}
        onContinue={props.onContinue}
        undoKey={props.undoKey}
        onUndo={props.onUndo}
      />
    </Suspense>
  )
}
