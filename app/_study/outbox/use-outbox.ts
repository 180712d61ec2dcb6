'use client'

import { useMemo, useSyncExternalStore } from 'react'
import { outboxOf } from './browser-outbox'
import type { Outbox } from './outbox'
import { type OutboxStatus, SETTLED } from './outbox-status'

const serverOutbox: Outbox | null = null
const never = () => () => {}
/** For the server's render, where nothing waits. */
const settled = () => SETTLED

/** Null while the server renders, where there is no outbox. */
export function useOutbox(userId: string): { outbox: Outbox | null; status: OutboxStatus } {
  const outbox = useMemo(
    () => (typeof window === 'undefined' ? serverOutbox : outboxOf(userId)),
    [userId],
  )
  const status = useSyncExternalStore(
    outbox?.subscribe ?? never,
    outbox?.status ?? settled,
    settled,
  )
  return { outbox, status }
}
