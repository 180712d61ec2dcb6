import 'fake-indexeddb/auto'
import type { News } from '@/app/_study/outbox/entry'
import { createOutbox, type Outbox } from '@/app/_study/outbox/outbox'
import { sendEvents } from '@/app/_study/outbox/send'
import { type OutboxStore, openStore } from '@/app/_study/outbox/store'
import type { Random } from '@/lib/kernel/seeded-random'

export type Tab = {
  readonly outbox: Outbox
  /** As a crash: what was under way is not finished, what comes back is not heard. */
  readonly kill: () => void
}

type Options = {
  readonly userId: string
  /** Where its requests go. */
  readonly url: string
  readonly random: Random
  /** navigator.locks, missing on plain http. */
  readonly hasLocks: boolean
  /** The disk is full: nothing can be written down. */
  readonly isFull: boolean
}

/** One browser of one person: a store, and tabs that come and go. */
export function fakeBrowser({ userId, url, random, hasLocks, isFull }: Options) {
  const tabs = new Map<Tab, (news: News) => void>()
  const store = openStore(userId)
  let lock = Promise.resolve()

  const openTab = (): Tab => {
    let alive = true
    let die = () => {}
    const died = new Promise<void>((resolve) => {
      die = resolve
    })
    const never = new Promise<never>(() => {})
    const whileAlive = async <T>(work: () => Promise<T>): Promise<T> => {
      if (!alive) return never
      const done = await work()
      return alive ? done : never
    }
    const request: typeof fetch = (path, init) => whileAlive(() => fetch(url + path, init))
    const outbox = createOutbox({
      store: mortal(store, whileAlive, isFull),
      send: (events) => whileAlive(() => sendEvents(userId, events, request)),
      alone: async (work) => {
        if (!hasLocks) return work()
        const before = lock
        lock = before.then(() => (alive ? Promise.race([work(), died]) : undefined))
        return lock
      },
      tell: (news) => {
        for (const [other, hear] of tabs) {
          if (other !== tab) setTimeout(() => hear(structuredClone(news)), random() * 3)
        }
      },
      pauseMs: () => 1 + random() * 4,
      steadyNow: () => performance.now(),
    })
    const tab: Tab = {
      outbox,
      kill: () => {
        alive = false
        tabs.delete(tab)
        die()
      },
    }
    tabs.set(tab, (news) => {
      if (alive) outbox.hear(news)
    })
    return tab
  }
  return { openTab, store }
}

function mortal(
  store: OutboxStore,
  whileAlive: <T>(work: () => Promise<T>) => Promise<T>,
  isFull: boolean,
): OutboxStore {
  const full = () => Promise.reject(new DOMException('', 'QuotaExceededError'))
  return {
    load: () => whileAlive(store.load),
    add: (entry) => (isFull ? full() : whileAlive(() => store.add(entry))),
    settle: (done, refused) => whileAlive(() => store.settle(done, refused)),
    dismiss: () => whileAlive(store.dismiss),
    keepSession: (kept) => whileAlive(() => store.keepSession(kept)),
    sessions: (scope, since) => whileAlive(() => store.sessions(scope, since)),
  }
}
