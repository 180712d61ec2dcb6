import type { SubmittedEvent } from '@/lib/review/event'
import type { ReviewOutcome } from '@/lib/review/wire'
import type { Changed, Entry, News } from './entry'
import type { KeptSession } from './kept-session'
import type { OutboxStatus } from './outbox-status'
import { readReply } from './read-reply'
import type { Sent } from './send'
import { BATCH, type BatchOutcome, sendRounds } from './send-rounds'
import type { OutboxStore } from './store'
import { createTray } from './tray'

export type Outbox = {
  /** Resolves when the entry is stored or storing has failed. Also starts sending it. */
  readonly add: (entry: Entry, changed: Changed | null) => Promise<void>
  /** Sends now what waits. Resolves when it is confirmed or an attempt has failed. */
  readonly flush: () => Promise<void>
  /** The page is about to close: sends once more and does not wait for the reply. */
  readonly sendOnLeave: () => void
  /** Resolves when the entries of an earlier visit have been read. */
  readonly ready: Promise<void>
  readonly status: () => OutboxStatus
  /** The ids of waiting events, with the questions they are about. */
  readonly waitingFor: () => ReadonlyMap<string, string>
  readonly subscribe: (listener: () => void) => () => void
  readonly listen: (listener: OutboxListener) => () => void
  /** Takes in what another tab of this account tells. */
  readonly hear: (news: News) => void
  readonly dismissRefused: () => void
  readonly keepSession: (kept: KeptSession) => Promise<void>
  /** The sessions stored since `since` (ms). Empty when they cannot be read. */
  readonly sessions: (scope: string, since: number) => Promise<readonly KeptSession[]>
}

type OutboxListener = {
  /** Each confirmed event, from this tab or another, and the card as the server has it. */
  readonly onOutcome?: (outcome: ReviewOutcome) => void
  /** A card that another tab has just answered. */
  readonly onChanged?: (changed: Changed) => void
  /** The server's time (ms), which is at most `ageMs` old. */
  readonly onServerTime?: (serverNow: number, ageMs: number) => void
}

export type OutboxParts = {
  readonly store: OutboxStore
  readonly send: (events: readonly SubmittedEvent[]) => Promise<Sent>
  /** Runs `work` while no other tab of the account runs any. */
  readonly alone: (work: () => Promise<void>) => Promise<void>
  readonly tell: (news: News) => void
  /** How long to wait (ms) after this many failures in a row. */
  readonly pauseMs: (failures: number) => number
  /** A clock (ms) that cannot be set. */
  readonly steadyNow: () => number
}

/**
 * The actions that are not confirmed, in order. All tabs share the store. The tab that holds the
 * lock reads the store again, sends the oldest entries first and tells the other tabs the outcome.
 */
export function createOutbox(parts: OutboxParts): Outbox {
  const { store, send, alone, tell, pauseMs, steadyNow } = parts
  const tray = createTray(store)
  const listeners = new Set<OutboxListener>()
  const report = (outcomes: readonly ReviewOutcome[]) => {
    for (const outcome of outcomes) for (const each of listeners) each.onOutcome?.(outcome)
  }

  const sendBatch = async (size: number): Promise<BatchOutcome> => {
    const entries = await tray.next(size)
    if (entries.length === 0) return 'nothing-left'
    const startedAt = steadyNow()
    const reply = readReply(entries, await send(eventsOf(entries)))
    switch (reply.kind) {
      case 'settled': {
        const { outcomes, refused, serverNow } = reply
        const ageMs = steadyNow() - startedAt
        if (serverNow !== null) for (const each of listeners) each.onServerTime?.(serverNow, ageMs)
        await tray.settle(idsOf(outcomes), refused)
        tell({ kind: 'settled', outcomes })
        report(outcomes)
        return 'next'
      }
      case 'one-by-one':
        return 'one-by-one'
      case 'signed-out':
        tray.say('signed-out')
        return 'signed-out'
      case 'failed':
        tray.say(reply.reached ? 'retrying' : 'offline')
        return reply.passes === true ? 'try-soon' : 'failed'
    }
  }
  const { status, say } = tray
  const { flush, isSending } = sendRounds({ status, say, sendBatch, alone, pauseMs })

  return {
    async add(entry, changed) {
      await tray.add(entry)
      void flush()
      tell({ kind: 'added', changed })
    },
    flush,
    sendOnLeave() {
      const entries = tray.entries().slice(0, BATCH)
      if (!isSending() && entries.length > 0) void send(eventsOf(entries))
    },
    ready: tray.reload(),
    status,
    waitingFor: () =>
      new Map(eventsOf(tray.entries()).map(({ id, questionId }) => [id, questionId])),
    subscribe: tray.subscribe,
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    hear(news) {
      switch (news.kind) {
        case 'added':
          if (news.changed) for (const each of listeners) each.onChanged?.(news.changed)
          break
        case 'settled':
          tray.forget(idsOf(news.outcomes))
          report(news.outcomes)
          break
        case 'dismissed':
      }
      void tray.reload()
    },
    dismissRefused() {
      void tray.dismissRefused().then(() => tell({ kind: 'dismissed' }))
    },
    keepSession: (session) => store.keepSession(session).catch(() => {}),
    sessions: (scope, since) => store.sessions(scope, since).catch(() => []),
  }
}

const eventsOf = (entries: readonly Entry[]): readonly SubmittedEvent[] =>
  entries.map(({ event }) => event)

const idsOf = (outcomes: readonly ReviewOutcome[]): readonly string[] =>
  outcomes.flatMap(({ id }) => (id === null ? [] : [id]))
