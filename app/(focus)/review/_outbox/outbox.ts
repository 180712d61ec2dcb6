import type { SubmittedEvent } from '@/lib/review/event'
import type { ReviewOutcome } from '@/lib/review/wire'
import { sendEvents } from './send'
import { openStore, type Refused } from './store'

export type OutboxStatus = {
  /** Things done here that the server has not confirmed. */
  readonly waiting: number
  readonly state: 'idle' | 'sending' | 'retrying' | 'signed-out'
  /** False when this browser could not write them down: they live in this tab only. */
  readonly durable: boolean
  readonly refused: readonly Refused[]
}

export type Outbox = {
  readonly add: (event: SubmittedEvent) => void
  /** Sends what waits, now. Resolves when it is confirmed or a try has failed. */
  readonly flush: () => Promise<void>
  /** Resolves when what an earlier visit left behind has been read. */
  readonly ready: Promise<void>
  readonly status: () => OutboxStatus
  /** Questions about which something waits. */
  readonly waitingFor: () => ReadonlySet<string>
  readonly subscribe: (listener: () => void) => () => void
  /** Called with each confirmed event and the card as the server has it. */
  readonly onOutcome: (listener: (outcome: ReviewOutcome) => void) => () => void
  readonly dismissRefused: () => void
}

const BATCH = 50
const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [1000, 60_000]
const SETTLED: OutboxStatus = { waiting: 0, state: 'idle', durable: true, refused: [] }

const open = new Map<string, Outbox>()

/** One outbox a user and page load, whoever asks. */
export function outboxOf(userId: string): Outbox {
  const outbox = open.get(userId) ?? create(userId)
  open.set(userId, outbox)
  return outbox
}

/** For the server's render: nothing waits there. */
export const settledStatus = () => SETTLED

function create(userId: string): Outbox {
  const store = openStore(userId)
  const listeners = new Set<() => void>()
  const outcomeListeners = new Set<(outcome: ReviewOutcome) => void>()
  let pending: readonly SubmittedEvent[] = []
  let status = SETTLED
  let sending: Promise<void> | null = null
  let failures = 0
  let batch = BATCH
  let timer: ReturnType<typeof setTimeout> | undefined

  const change = (next: Partial<OutboxStatus>) => {
    status = { ...status, ...next, waiting: pending.length }
    for (const listener of listeners) listener()
  }
  const kept = (writing: Promise<void>) => writing.catch(() => change({ durable: false }))

  const settle = (done: readonly SubmittedEvent[], refused: readonly Refused[]) => {
    const ids = new Set<string>(done.map((event) => event.id))
    pending = pending.filter((event) => !ids.has(event.id))
    change({ refused: [...status.refused, ...refused] })
    return kept(store.settle([...ids], refused))
  }

  const sendBatch = async (): Promise<boolean> => {
    const events = pending.slice(0, batch)
    const sent = await sendEvents(userId, events)
    switch (sent.kind) {
      case 'answered': {
        const refused = events.flatMap((event, index) => {
          const result = sent.results[index]
          return result?.status === 'rejected' ? [{ event, message: result.message }] : []
        })
        await settle(events, refused)
        for (const result of sent.results) for (const tell of outcomeListeners) tell(result)
        batch = BATCH
        return true
      }
      case 'refused':
        // Find the one that is at fault, so that the others get through.
        if (events.length > 1) batch = 1
        else
          await settle(
            events,
            events.map((event) => ({ event, message: sent.message })),
          )
        return true
      case 'signed-out':
        change({ state: 'signed-out' })
        return false
      case 'failed':
        failures += 1
        change({ state: 'retrying' })
        return false
    }
  }

  const sendAll = async () => {
    clearTimeout(timer)
    while (pending.length > 0) {
      change({ state: 'sending' })
      if (!(await sendBatch())) break
      failures = 0
    }
    if (pending.length === 0) change({ state: 'idle' })
    else if (status.state === 'retrying') {
      timer = setTimeout(flush, pauseMs(failures))
    }
  }
  const flush = (): Promise<void> => {
    sending ??= sendAll().finally(() => {
      sending = null
    })
    return sending
  }

  const ready = store.load().then(
    (left) => {
      pending = [...left.events, ...pending]
      change({ refused: left.refused })
    },
    () => change({ durable: false }),
  )
  window.addEventListener('online', () => void flush())
  document.addEventListener('visibilitychange', () => void flush())
  window.addEventListener('pagehide', () => void flush())

  return {
    add(event) {
      pending = [...pending, event]
      change({})
      void kept(store.add(event))
      void flush()
    },
    flush,
    ready,
    status: () => status,
    waitingFor: () => new Set(pending.map((event) => event.questionId)),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onOutcome(listener) {
      outcomeListeners.add(listener)
      return () => outcomeListeners.delete(listener)
    },
    dismissRefused() {
      change({ refused: [] })
      void kept(store.dismiss())
    },
  }
}

/** Doubles with each failure in a row; the spread keeps a class of learners from coming back as one. */
function pauseMs(failures: number): number {
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1))
  return pause * (0.75 + Math.random() / 2)
}
