'use client'

import { useMemo, useSyncExternalStore } from 'react'
import { type Outbox, type OutboxStatus, outboxOf, settledStatus } from './outbox'

const serverOutbox: Outbox | null = null
const never = () => () => {}

/** Null while the server renders: there is no outbox there. */
export function useOutbox(userId: string): { outbox: Outbox | null; status: OutboxStatus } {
  const outbox = useMemo(
    () => (typeof window === 'undefined' ? serverOutbox : outboxOf(userId)),
    [userId],
  )
  const status = useSyncExternalStore(
    outbox?.subscribe ?? never,
    outbox?.status ?? settledStatus,
    settledStatus,
  )
  return { outbox, status }
}
