import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { SubmittedEvent } from '@/lib/review/event'

/** An event that the server refused, with its reason: kept until the learner has seen it. */
export type Refused = { readonly event: SubmittedEvent; readonly message: string }

interface Schema extends DBSchema {
  /** Keyed by a running number, which keeps the order in which things were done. */
  events: { key: number; value: SubmittedEvent; indexes: { id: string } }
  refused: { key: string; value: Refused }
}

/** What survives a closed tab. Every method may reject: disks fill up, private windows have none. */
export type OutboxStore = {
  readonly load: () => Promise<{ events: SubmittedEvent[]; refused: Refused[] }>
  readonly add: (event: SubmittedEvent) => Promise<void>
  /** Takes events out; those refused are kept apart with their reason. */
  readonly settle: (done: readonly string[], refused: readonly Refused[]) => Promise<void>
  readonly dismiss: () => Promise<void>
}

/** The user's id is in the name, so that two accounts on one machine do not mix. */
export function openStore(userId: string): OutboxStore {
  let opened: Promise<IDBPDatabase<Schema>> | null = null
  const database = () => {
    opened ??= openDB<Schema>(`steppe-outbox-${userId}`, 1, {
      upgrade(db) {
        db.createObjectStore('events', { autoIncrement: true }).createIndex('id', 'id')
        db.createObjectStore('refused', { keyPath: 'event.id' })
      },
    })
    return opened
  }
  return {
    async load() {
      const db = await database()
      return { events: await db.getAll('events'), refused: await db.getAll('refused') }
    },
    async add(event) {
      await (await database()).add('events', event)
    },
    async settle(done, refused) {
      const tx = (await database()).transaction(['events', 'refused'], 'readwrite')
      const events = tx.objectStore('events')
      for (const id of done) {
        for (const key of await events.index('id').getAllKeys(id)) await events.delete(key)
      }
      for (const one of refused) await tx.objectStore('refused').put(one)
      await tx.done
    },
    async dismiss() {
      await (await database()).clear('refused')
    },
  }
}
