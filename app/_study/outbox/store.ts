import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { SubmittedEvent } from '@/lib/review/event'
import type { Entry, Refused } from './entry'
import type { KeptSession } from './kept-session'

interface Schema extends DBSchema {
  /** The key is a running number, which keeps the order of the actions. */
  entries: { key: number; value: Entry; indexes: { id: string } }
  refusals: { key: string; value: Refused }
  sessions: { key: [scope: string, tab: string]; value: KeptSession }
}

/**
 * What survives closing the tab. Every method may reject, because a disk can be full and a private
 * window has no storage.
 */
export type OutboxStore = {
  readonly load: () => Promise<{ events: Entry[]; refused: Refused[] }>
  readonly add: (entry: Entry) => Promise<void>
  /** Removes events. The refused ones are stored separately with their reason. */
  readonly settle: (done: readonly string[], refused: readonly Refused[]) => Promise<void>
  readonly dismiss: () => Promise<void>
  readonly keepSession: (kept: KeptSession) => Promise<void>
  /** The sessions stored for a scope, one for each tab. Deletes those older than `since` (ms). */
  readonly sessions: (scope: string, since: number) => Promise<KeptSession[]>
}

const PREFIX = 'steppe-outbox-'

/** The name contains the user's id, so that two accounts on one machine do not mix. */
export function openStore(userId: string): OutboxStore {
  let opened: Promise<IDBPDatabase<Schema>> | null = null
  const lost = () => {
    opened = null
  }
  const database = () => {
    opened ??= open(PREFIX + userId, lost).catch((error) => {
      lost()
      throw error
    })
    return opened
  }
  return {
    async load() {
      const db = await database()
      return { events: await db.getAll('entries'), refused: await db.getAll('refusals') }
    },
    async add(entry) {
      await (await database()).add('entries', entry)
    },
    async settle(done, refused) {
      const tx = (await database()).transaction(['entries', 'refusals'], 'readwrite')
      const entries = tx.objectStore('entries')
      for (const id of done) {
        for (const key of await entries.index('id').getAllKeys(id)) await entries.delete(key)
      }
      for (const one of refused) await tx.objectStore('refusals').put(one)
      await tx.done
    },
    async dismiss() {
      await (await database()).clear('refusals')
    },
    async keepSession(kept) {
      await (await database()).put('sessions', kept)
    },
    async sessions(scope, since) {
      const tx = (await database()).transaction('sessions', 'readwrite')
      const all = await tx.store.getAll()
      const old = all.filter(({ savedAt }) => savedAt < since)
      for (const kept of old) await tx.store.delete([kept.scope, kept.tab])
      await tx.done
      return all.filter((kept) => kept.scope === scope && kept.savedAt >= since)
    },
  }
}

/**
 * Deletes the stored sessions of all accounts in this browser, because nobody is signed in any
 * more. Entries that wait to be sent stay.
 */
export async function forgetSessions(): Promise<void> {
  // Older browsers lack this method. A session is then deleted because of its age.
  for (const { name } of (await indexedDB.databases?.()) ?? []) {
    if (!name?.startsWith(PREFIX)) continue
    const db = await open(name, () => {})
    await db.clear('sessions')
    db.close()
  }
}

/** `onLost`: the connection is closed, and the next use needs a new one. */
function open(name: string, onLost: () => void): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(name, 2, {
    async upgrade(db, oldVersion, _newVersion, tx) {
      const entries = db.createObjectStore('entries', { autoIncrement: true })
      entries.createIndex('id', 'event.id')
      db.createObjectStore('refusals', { keyPath: 'event.id' })
      db.createObjectStore('sessions', { keyPath: ['scope', 'tab'] })
      if (oldVersion === 0) return
      // Version 1 stored the bare events under other names.
      const old = tx as unknown as { objectStore(name: string): OldStore }
      const events = (await old.objectStore('events').getAll()) as SubmittedEvent[]
      for (const event of events) await entries.add({ event, prompt: null })
      for (const name of ['events', 'refused']) db.deleteObjectStore(name as 'entries')
    },
    // Another tab waits to open a newer version.
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close()
      onLost()
    },
    // The browser closed it, for example when somebody cleared the data of the site.
    terminated: onLost,
  })
}

type OldStore = { getAll(): Promise<unknown> }
