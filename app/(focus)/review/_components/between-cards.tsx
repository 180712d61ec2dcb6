'use client'

import type { Outbox } from '@/app/_study/outbox/outbox'
import type { SessionDriver } from '@/app/_study/session/use-session'
import { remaining } from '@/lib/review/session-counts'
import { nextLearningAt } from '@/lib/review/session-places'
import type { SessionPayload } from '@/lib/review/wire'
import { Summary } from './summary'
import { useTick } from './use-tick'

type Props = {
  /** False while answers from an earlier visit are being sent. */
  ready: boolean
  driver: SessionDriver
  payload: SessionPayload
  outbox: Outbox | null
  stopped: boolean
  undoKey: string | null
  onContinue: () => void
  onUndo: () => void
}

/** Loaded later. What is shown when there is no card: the wait for the first one, or the summary at the end. */
export function BetweenCards(props: Props) {
  const { ready, driver, payload, stopped } = props
  const { session, now } = driver
  const isCram = session.context === 'cram'
  const left = remaining(session)
  useTick(nextLearningAt(session), session.current === null && !stopped, now, () =>
    driver.dispatch({ type: 'tick', at: now() }),
  )
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
    <Summary
      session={session}
      now={now()}
      clock={payload.clock}
      outbox={props.outbox}
      stateNames={payload.stateNames}
      isCram={isCram}
      ahead={payload.ahead}
      sentAt={payload.serverNow}
      left={stopped || session.current !== null ? left.learning + left.review + left.new : 0}
      onContinue={props.onContinue}
      undoKey={props.undoKey}
      onUndo={props.onUndo}
    />
  )
}
