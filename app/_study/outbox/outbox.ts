import type { SubmittedEvent } from '@/lib/review/event'
import type { ReviewOutcome } from '@/lib/review/wire'
import type { Changed, Entry, News, Refused } from './entry'
import type { KeptSession } from './kept-session'
import type { Sent } from './send'
import type { OutboxStore } from './store'

export type OutboxStatus = {
  /** Things done in this browser that the server has not confirmed. */
  readonly waiting: number
  /** offline: no server can be reached; retrying: one answers, but is not well. */
  readonly state: 'idle' | 'sending' | 'offline' | 'retrying' | 'signed-out'
  /** False when this browser could not write them down: they live in this tab only. */
  readonly durable: boolean
  readonly refused: readonly Refused[]
}

export type Outbox = {
  /** Resolves when it is written down, or cannot be. Sends without being asked. */
  readonly add: (entry: Entry, changed: Changed | null, kept: KeptSession | null) => Promise<void>
  /** Sends what waits, now. Resolves when it is confirmed or a try has failed. */
  readonly flush: () => Promise<void>
  /** The page goes: one last try that waits for nothing. */
  readonly part: () => void
  /** Resolves when what an earlier visit left behind has been read. */
  readonly ready: Promise<void>
  readonly status: () => OutboxStatus
  /** Events that wait, by id, and the questions they are about. */
  readonly waitingFor: () => ReadonlyMap<string, string>
  readonly subscribe: (listener: () => void) => () => void
  readonly listen: (listener: OutboxListener) => () => void
  /** What another tab of this account tells. */
  readonly hear: (news: News) => void
  readonly dismissRefused: () => void
  readonly keepSession: (kept: KeptSession) => Promise<void>
  /** The sittings kept since `since` (ms); none when they cannot be read. */
  readonly sessions: (scope: string, since: number) => Promise<readonly KeptSession[]>
}

type OutboxListener = {
  /** Each confirmed event, of this tab or another, and the card as the server has it. */
  readonly onOutcome?: (outcome: ReviewOutcome) => void
  /** A card that another tab has just answered. */
  readonly onChanged?: (changed: Changed) => void
  /** The server's time (ms), at most `ageMs` ago. */
  readonly onServerTime?: (serverNow: number, ageMs: number) => void
}

export type OutboxParts = {
  readonly store: OutboxStore
  readonly send: (events: readonly SubmittedEvent[]) => Promise<Sent>
  /** Runs `work` while no other tab of the account runs any. */
  readonly alone: (work: () => Promise<void>) => Promise<void>
  readonly tell: (news: News) => void
  /** How long (ms) to wait after that many failures in a row. */
  readonly pauseMs: (failures: number) => number
  /** A clock (ms) that is never set. */
  readonly steadyNow: () => number
}

const BATCH = 50

export const SETTLED: OutboxStatus = { waiting: 0, state: 'idle', durable: true, refused: [] }

/**
 * What was done and is not confirmed, in order. The store is shared by all tabs; whoever holds the
 * lock reads it anew, sends the oldest first and tells the others what became of it.
 */
export function createOutbox(parts: OutboxParts): Outbox {
  const { store, send, alone, tell, pauseMs, steadyNow } = parts
  const listeners = new Set<() => void>()
  const outcomeListeners = new Set<OutboxListener>()
  let pending: readonly Entry[] = []
  /** Those of `pending` that are on their way into the store, and those that could not get there. */
  const writing = new Set<string>()
  const unwritable = new Set<string>()
  /** Confirmed to this tab or one that told it: never sent again from here. */
  const confirmed = new Set<string>()
  let status = SETTLED
  let sending: Promise<void> | null = null
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const change = (next: Partial<OutboxStatus>) => {
    const state = pending.length === 0 ? 'idle' : (next.state ?? status.state)
    status = { ...status, ...next, state, waiting: pending.length }
    for (const listener of listeners) listener()
  }
  const kept = (work: Promise<unknown>): Promise<void> =>
    work.then(
      () => {},
      () => change({ durable: false }),
    )

  /** Takes in what the store holds by now; gives the ids of what it holds. */
  const reload = async (): Promise<ReadonlySet<string>> => {
    const isWritten = (id: string) => !writing.has(id) && !unwritable.has(id)
    const written = new Set(pending.map(idOf).filter(isWritten))
    const left = await store.load()
    const stored = left.events.filter((entry) => !confirmed.has(idOf(entry)))
    const known = new Set(stored.map(idOf))
    // Was written and is no longer there: another tab has seen it confirmed.
    const own = pending.filter((entry) => !known.has(idOf(entry)) && !written.has(idOf(entry)))
    pending = [...stored, ...own]
    change({ refused: left.refused })
    return known
  }

  const forget = (ids: readonly string[]) => {
    for (const id of ids) {
      confirmed.add(id)
      unwritable.delete(id)
    }
    pending = pending.filter((entry) => !confirmed.has(idOf(entry)))
  }
  const settle = async (outcomes: readonly ReviewOutcome[], refused: readonly Refused[]) => {
    const ids = outcomes.flatMap(({ id }) => (id === null ? [] : [id]))
    forget(ids)
    change({ refused: [...status.refused, ...refused], state: 'sending' })
    await kept(store.settle(ids, refused))
    tell({ kind: 'settled', outcomes })
    for (const outcome of outcomes) for (const each of outcomeListeners) each.onOutcome?.(outcome)
  }

  /** What may go now. Only what is in the store has its place among what other tabs did. */
  const nextBatch = async (size: number): Promise<readonly Entry[]> => {
    const stored = await reload().catch(() => null)
    if (stored === null) change({ durable: false })
    const maySend = (id: string) =>
      stored === null ? !writing.has(id) : stored.has(id) || unwritable.has(id)
    return pending.filter((entry) => maySend(idOf(entry))).slice(0, size)
  }

  const sendBatch = async (entries: readonly Entry[]): Promise<'next' | 'one-by-one' | 'stop'> => {
    const startedAt = steadyNow()
    const sent = await send(entries.map(({ event }) => event))
    switch (sent.kind) {
      case 'answered': {
        const results = matched(entries, sent.results)
        if (results.length === 0) return fail(true)
        const { serverNow } = sent
        if (serverNow !== null) {
          const ageMs = steadyNow() - startedAt
          for (const each of outcomeListeners) each.onServerTime?.(serverNow, ageMs)
        }
        const refused = results.flatMap(({ entry, outcome }) =>
          outcome.status === 'rejected' ? [{ ...entry, message: outcome.message }] : [],
        )
        await settle(
          results.map(({ outcome }) => outcome),
          refused,
        )
        return 'next'
      }
      case 'refused': {
        // Find the one that is at fault, so that the others get through.
        if (entries.length > 1) return 'one-by-one'
        const { message } = sent
        const outcomes = entries.map(
          ({ event: { id } }) =>
            ({ id, status: 'rejected', reason: 'malformed', message }) as const,
        )
        await settle(
          outcomes,
          entries.map((entry) => ({ ...entry, message })),
        )
        return 'next'
      }
      case 'signed-out':
        change({ state: 'signed-out' })
        return 'stop'
      case 'failed':
        return fail(sent.reached)
    }
  }
  const fail = (reached: boolean): 'stop' => {
    failures += 1
    change({ state: reached ? 'retrying' : 'offline' })
    clearTimeout(timer)
    timer = setTimeout(flush, pauseMs(failures))
    return 'stop'
  }

  const sendAll = async () => {
    clearTimeout(timer)
    if (pending.length === 0) return
    // While there is trouble, say so until it is over.
    if (status.state === 'idle') change({ state: 'sending' })
    await alone(async () => {
      let size = BATCH
      for (;;) {
        const entries = await nextBatch(size)
        if (entries.length === 0) return
        const went = await sendBatch(entries)
        if (went === 'stop') return
        failures = 0
        if (went === 'one-by-one') size = 1
      }
    })
  }
  let wanted = false
  const flush = (): Promise<void> => {
    wanted = sending !== null
    sending ??= sendAll().finally(() => {
      sending = null
      // Added after the last look. What did not get through waits for its time.
      if (wanted && failures === 0 && pending.length > 0 && status.state !== 'signed-out') {
        void flush()
      }
    })
    return sending
  }

  const ready = kept(reload())

  return {
    async add(entry, changed, session) {
      pending = [...pending, entry]
      writing.add(idOf(entry))
      change({})
      try {
        await store.add(entry, session)
      } catch {
        unwritable.add(idOf(entry))
        change({ durable: false })
      }
      writing.delete(idOf(entry))
      void flush()
      tell({ kind: 'added', changed })
    },
    flush,
    part() {
      if (sending === null && pending.length > 0) {
        void send(pending.slice(0, BATCH).map(({ event }) => event))
      }
    },
    ready,
    status: () => status,
    waitingFor: () => new Map(pending.map(({ event }) => [event.id, event.questionId])),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    listen(listener) {
      outcomeListeners.add(listener)
      return () => outcomeListeners.delete(listener)
    },
    hear(news) {
      switch (news.kind) {
        case 'added':
          if (news.changed) for (const each of outcomeListeners) each.onChanged?.(news.changed)
          break
        case 'settled': {
          forget(news.outcomes.flatMap(({ id }) => (id === null ? [] : [id])))
          for (const one of news.outcomes)
            for (const each of outcomeListeners) each.onOutcome?.(one)
          break
        }
        case 'dismissed':
      }
      void kept(reload())
    },
    dismissRefused() {
      change({ refused: [] })
      void kept(store.dismiss()).then(() => tell({ kind: 'dismissed' }))
    },
    keepSession: (session) => store.keepSession(session).catch(() => {}),
    sessions: (scope, since) => store.sessions(scope, since).catch(() => []),
  }
}

const idOf = ({ event }: Entry): string => event.id

type Matched = { readonly entry: Entry; readonly outcome: ReviewOutcome }

/** Each event with its own outcome. One without stays unconfirmed: an answer may be cut short. */
function matched(entries: readonly Entry[], results: readonly ReviewOutcome[]): readonly Matched[] {
  return entries.flatMap((entry, index): Matched[] => {
    const outcome = results[index]
    if (outcome?.status === 'rejected') {
      return [{ entry, outcome: { ...outcome, id: entry.event.id } }]
    }
    return outcome?.id === entry.event.id ? [{ entry, outcome }] : []
  })
}
