import { type Entry, idOf, type Refused } from './entry'
import { type OutboxStatus, SETTLED } from './outbox-status'
import { storageStateAfter } from './storage-state'
import type { OutboxStore } from './store'
import {
  added,
  NOTHING_WAITS,
  sendable,
  settled,
  storedIds,
  type Waiting,
  withStored,
  written,
} from './waiting'

/**
 * The entries that wait, in this tab's memory and in the store that all tabs share. No method
 * rejects.
 */
export type Tray = {
  readonly status: () => OutboxStatus
  readonly subscribe: (listener: () => void) => () => void
  readonly entries: () => readonly Entry[]
  readonly say: (state: OutboxStatus['state']) => void
  /** Resolves when the entry is stored or storing has failed. */
  readonly add: (entry: Entry) => Promise<void>
  /** Takes in what the store contains by now. */
  readonly reload: () => Promise<void>
  /** The oldest entries that may be sent now, at most `size` of them. */
  readonly next: (size: number) => Promise<readonly Entry[]>
  /** Another tab has removed these entries from the store. */
  readonly forget: (ids: readonly string[]) => void
  readonly settle: (ids: readonly string[], refused: readonly Refused[]) => Promise<void>
  readonly dismissRefused: () => Promise<void>
}

export function createTray(store: OutboxStore): Tray {
  const listeners = new Set<() => void>()
  let waiting = NOTHING_WAITS
  let status = SETTLED

  const become = (next: Waiting, told: Partial<OutboxStatus> = {}) => {
    waiting = next
    const state = waiting.entries.length === 0 ? 'idle' : (told.state ?? status.state)
    status = { ...status, ...told, state, waiting: waiting.entries.length }
    for (const listener of listeners) listener()
  }
  const tell = (told: Partial<OutboxStatus>) => become(waiting, told)

  /** The ids in the store. Null when it cannot be read. */
  const load = async (): Promise<ReadonlySet<string> | null> => {
    const before = storedIds(waiting)
    try {
      const { events, refused } = await store.load()
      const isBack = status.storage === 'silent' && waiting.unwritable.size === 0
      const storage = isBack ? 'works' : status.storage
      become(withStored(waiting, events, before), { refused, storage })
      return new Set(events.map(idOf))
    } catch (error) {
      tell({ storage: storageStateAfter(error) })
      return null
    }
  }
  const stored = (work: Promise<void>): Promise<void> =>
    work.catch((error) => tell({ storage: storageStateAfter(error) }))

  return {
    status: () => status,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    entries: () => waiting.entries,
    say: (state) => tell({ state }),
    async add(entry) {
      become(added(waiting, entry))
      try {
        await store.add(entry)
        // The status is the same, so nobody is told.
        waiting = written(waiting, entry, true)
      } catch (error) {
        const storage = storageStateAfter(error)
        become(written(waiting, entry, false), { storage })
      }
    },
    async reload() {
      await load()
    },
    next: async (size) => {
      const ids = await load()
      return sendable(waiting, ids, size)
    },
    forget: (ids) => become(settled(waiting, ids)),
    async settle(ids, refused) {
      become(settled(waiting, ids), {
        refused: [...status.refused, ...refused],
        state: 'sending',
      })
      await stored(store.settle(ids, refused))
    },
    async dismissRefused() {
      tell({ refused: [] })
      await stored(store.dismiss())
    },
  }
}
