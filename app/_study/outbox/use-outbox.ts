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
export function useOutbox(userId: string): Outbox | null {
  return useMemo(() => (typeof window === 'undefined' ? serverOutbox : outboxOf(userId)), [userId])
}

/** It changes several times with each answer, so the part that shows it asks for it, and no part above. */
export function useOutboxStatus(outbox: Outbox | null): OutboxStatus {
  return useSyncExternalStore(outbox?.subscribe ?? never, outbox?.status ?? settled, settled)
}
