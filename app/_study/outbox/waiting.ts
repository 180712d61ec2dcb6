import { type Entry, idOf } from './entry'

/** What was done and is not confirmed, oldest first, and how far each of it has come. By event id. */
export type Waiting = {
  readonly entries: readonly Entry[]
  /** On their way into the store. */
  readonly writing: ReadonlySet<string>
  /** Could not get into the store: this tab alone has them. */
  readonly unwritable: ReadonlySet<string>
  /** Confirmed to this tab or one that told it: never sent again from here. */
  readonly confirmed: ReadonlySet<string>
}

const none: ReadonlySet<string> = new Set()

export const NOTHING_WAITS: Waiting = {
  entries: [],
  writing: none,
  unwritable: none,
  confirmed: none,
}

/** Done just now, and on its way into the store. */
export const added = (waiting: Waiting, entry: Entry): Waiting => ({
  ...waiting,
  entries: [...waiting.entries, entry],
  writing: including(waiting.writing, [idOf(entry)]),
})

/** Its way into the store has ended, there or nowhere. */
export const written = (waiting: Waiting, entry: Entry, isStored: boolean): Waiting => ({
  ...waiting,
  writing: excluding(waiting.writing, [idOf(entry)]),
  unwritable: isStored ? waiting.unwritable : including(waiting.unwritable, [idOf(entry)]),
})

/** The server has them, or will never take them. */
export function settled(waiting: Waiting, ids: readonly string[]): Waiting {
  const confirmed = including(waiting.confirmed, ids)
  return {
    ...waiting,
    entries: waiting.entries.filter((entry) => !confirmed.has(idOf(entry))),
    unwritable: excluding(waiting.unwritable, ids),
    confirmed,
  }
}

/** What the store should hold of it. */
export function storedIds({ entries, writing, unwritable }: Waiting): ReadonlySet<string> {
  const ids = entries.map(idOf)
  return new Set(ids.filter((id) => !writing.has(id) && !unwritable.has(id)))
}

/**
 * With what the store holds, which other tabs fill and empty too. `before`: what it should have held
 * when it was asked. What is no longer there another tab has seen confirmed.
 */
export function withStored(
  waiting: Waiting,
  stored: readonly Entry[],
  before: ReadonlySet<string>,
): Waiting {
  const open = stored.filter((entry) => !waiting.confirmed.has(idOf(entry)))
  const known = new Set(open.map(idOf))
  const own = waiting.entries.filter((entry) => !known.has(idOf(entry)) && !before.has(idOf(entry)))
  return { ...waiting, entries: [...open, ...own] }
}

/**
 * The oldest that may be sent now, at most `size`. Only what is in the store has its place among
 * what other tabs did. `stored`: what it holds; null when it cannot be read.
 */
export function sendable(
  { entries, writing, unwritable }: Waiting,
  stored: ReadonlySet<string> | null,
  size: number,
): readonly Entry[] {
  const maySend = (id: string) =>
    stored === null ? !writing.has(id) : stored.has(id) || unwritable.has(id)
  return entries.filter((entry) => maySend(idOf(entry))).slice(0, size)
}

const including = (set: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> =>
  new Set([...set, ...ids])

const excluding = (set: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> =>
  new Set([...set].filter((id) => !ids.includes(id)))
