import { MINUTE_MS } from '@/lib/kernel/duration'
import { aloneUnder } from './alone'
import { boundedStore } from './bounded-store'
import type { News } from './entry'
import { createOutbox, type Outbox } from './outbox'
import { browserTimer } from './patience'
import { sendEvents } from './send'
import { openStore } from './store'

const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = MINUTE_MS

const open = new Map<string, Outbox>()

/** Each user has one outbox in a page load, shared by all callers. */
export function outboxOf(userId: string): Outbox {
  const outbox = open.get(userId) ?? create(userId)
  open.set(userId, outbox)
  return outbox
}

function create(userId: string): Outbox {
  const channel = channelOf(`steppe-outbox-${userId}`)
  const outbox = createOutbox({
    store: boundedStore(openStore(userId), browserTimer),
    send: (events) => sendEvents(userId, events),
    alone: aloneUnder(`steppe-send-${userId}`, navigator.locks, browserTimer),
    tell: (news) => channel?.postMessage(news),
    pauseMs,
    steadyNow: () => performance.now(),
  })
  channel?.addEventListener('message', ({ data }: MessageEvent<News>) => outbox.hear(data))
  window.addEventListener('online', () => void outbox.flush())
  document.addEventListener('visibilitychange', () => void outbox.flush())
  window.addEventListener('pagehide', outbox.sendOnLeave)
  return outbox
}

/** Null in browsers without channels, and where they are forbidden together with all storage. */
function channelOf(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name)
  } catch {
    return null
  }
}

/**
 * Doubles with each failure in a row. The random part keeps a whole cohort from retrying at the
 * same moment.
 */
function pauseMs(failures: number): number {
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1))
  return pause * (0.75 + Math.random() / 2)
}
