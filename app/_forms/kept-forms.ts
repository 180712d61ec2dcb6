import type { TypedField } from './typed-fields'

/**
 * What was typed into forms that could not be saved, kept in this tab until it is saved. `viewer`:
 * the account that typed it, or '' before signing in.
 */
export type KeptForms = {
  readonly keep: (viewer: string, form: string, fields: readonly TypedField[], now: number) => void
  /**
   * What is kept, which is then no longer kept. Null when there is nothing. Deletes what other
   * accounts have left in this tab.
   */
  readonly take: (viewer: string, form: string, now: number) => readonly TypedField[] | null
  readonly drop: (viewer: string, form: string) => void
  /** Whoever typed it: for signing out. */
  readonly dropAll: () => void
}

type Kept = { readonly fields: readonly TypedField[]; readonly at: number }

const PREFIX = 'steppe-typed:'
const KEPT_MS = 12 * 60 * 60 * 1000

/** `storage` may throw, because a browser can forbid it or be full. Nothing is kept then. */
export function keptForms(storage: () => Storage): KeptForms {
  const guarded = <T>(work: (open: Storage) => T, otherwise: T): T => {
    try {
      return work(storage())
    } catch {
      return otherwise
    }
  }
  const keyOf = (viewer: string, form: string) => `${PREFIX}${viewer}:${form}`
  return {
    keep(viewer, form, fields, now) {
      if (fields.length === 0) return
      const kept: Kept = { fields, at: now }
      guarded((open) => open.setItem(keyOf(viewer, form), JSON.stringify(kept)), undefined)
    },
    take(viewer, form, now) {
      return guarded((open) => {
        // On the way through the sign-in page nobody is known yet.
        if (viewer !== '') dropOthers(open, `${PREFIX}${viewer}:`)
        const kept: Kept | null = JSON.parse(open.getItem(keyOf(viewer, form)) ?? 'null')
        open.removeItem(keyOf(viewer, form))
        return kept !== null && now - kept.at < KEPT_MS ? kept.fields : null
      }, null)
    },
    dropAll() {
      guarded((open) => dropOthers(open, null), undefined)
    },
    drop(viewer, form) {
      guarded((open) => open.removeItem(keyOf(viewer, form)), undefined)
    },
  }
}

function dropOthers(storage: Storage, mine: string | null): void {
  const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '')
  for (const key of keys) {
    const isMine = mine !== null && key.startsWith(mine)
    if (key.startsWith(PREFIX) && !isMine) storage.removeItem(key)
  }
}
