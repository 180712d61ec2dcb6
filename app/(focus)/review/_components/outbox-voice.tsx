'use client'

import { useEffect, useState } from 'react'
import type { StateNames } from '@/app/_study/answers/state-names'
import type { Outbox } from '@/app/_study/outbox/outbox'
import type { OutboxStatus } from '@/app/_study/outbox/outbox-status'
import { useOutboxStatus } from '@/app/_study/outbox/use-outbox'
import { spokenState } from '@/app/_study/session/save-state'
import { OutboxNotices } from './outbox-notices'

type Props = { outbox: Outbox | null; stateNames: StateNames }

/**
 * Announces problems with sending to screen readers, and shows the notices, which most sessions
 * never need.
 */
export function OutboxVoice(props: Props) {
  const status = useOutboxStatus(props.outbox)
  const spoken = useSpoken(status)
  return (
    <>
      <p role="status" className="sr-only">
        {spoken}
      </p>
      {status.state === 'signed-out' ||
      status.state === 'offline' ||
      status.refused.length > 0 ||
      status.storage !== 'works' ? (
        <OutboxNotices {...props} status={status} />
      ) : null}
    </>
  )
}

/** Nothing is announced while all goes well, only problems and when they are over. */
function useSpoken(status: OutboxStatus): string {
  const now = spokenState(status)
  const isTrouble = status.waiting > 0 && now !== ''
  const [spoken, setSpoken] = useState('')
  useEffect(() => {
    if (isTrouble) setSpoken(now)
    else if (status.waiting === 0) setSpoken((before) => (before === '' ? '' : now))
  }, [isTrouble, now, status.waiting])
  return spoken
}
