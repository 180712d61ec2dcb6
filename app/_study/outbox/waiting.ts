import { type Entry, idOf } from './entry'

/** The unconfirmed actions, oldest first, and how far each has come, by event id. */
export type Waiting = {
  readonly entries: readonly Entry[]
  /** Being written to the store. */
  readonly writing: ReadonlySet<string>
  /** Could not be stored, so only this tab has them. */
  readonly unwritable: ReadonlySet<string>
  /** Confirmed to this tab, or to another that told this one. This tab never sends them again. */
  readonly confirmed: ReadonlySet<string>
}

const none: ReadonlySet<string> = new Set()

export const NOTHING_WAITS: Waiting = {
  entries: [],
  writing: none,
  unwritable: none,
  confirmed: none,
}

/** Adds an entry that is now being written to the store. */
export const added = (waiting: Waiting, entry: Entry): Waiting => ({
  ...waiting,
  entries: [...waiting.entries, entry],
  writing: including(waiting.writing, [idOf(entry)]),
})

/** Writing the entry has ended, with or without success. */
export const written = (waiting: Waiting, entry: Entry, isStored: boolean): Waiting => ({
  ...waiting,
  writing: excluding(waiting.writing, [idOf(entry)]),
  unwritable: isStored ? waiting.unwritable : including(waiting.unwritable, [idOf(entry)]),
})

/** The server has these entries, or will never accept them. */
export function settled(waiting: Waiting, ids: readonly string[]): Waiting {
  const confirmed = including(waiting.confirmed, ids)
  return {
    ...waiting,
    entries: waiting.entries.filter((entry) => !confirmed.has(idOf(entry))),
    unwritable: excluding(waiting.unwritable, ids),
    confirmed,
  }
}

/** The ids that the store should contain. */
export function storedIds({ entries, writing, unwritable }: Waiting): ReadonlySet<string> {
  const ids = entries.map(idOf)
  return new Set(ids.filter((id) => !writing.has(id) && !unwritable.has(id)))
}

/**
 * Merges in what the store contains, which other tabs add to and remove from. `before`: the ids
 * that it should have contained when it was read. If one of these is missing, another tab has seen
 * its confirmation.
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
 * The oldest entries that may be sent now, at most `size` of them. Only stored entries have their
 * place among the actions of other tabs. `stored`: the ids in the store; null when it cannot be
 * read.
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
