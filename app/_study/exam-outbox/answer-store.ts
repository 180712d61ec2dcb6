import type { Answer } from '@/lib/kinds/types'

/** An answer as this browser has it. */
export type KeptAnswer = {
  readonly answer: Answer
  /** When it was given, in ms of the server's clock as estimated by this browser. */
  readonly at: number
  readonly state: 'waiting' | 'saved' | 'refused'
  /** Why the server refused it. */
  readonly message?: string
}

/**
 * What survives closing the tab. Every method may throw, because a disk can be full and a private
 * window has no storage.
 */
export type AnswerStore = {
  readonly load: () => ReadonlyMap<number, KeptAnswer>
  readonly put: (position: number, kept: KeptAnswer) => void
  readonly forget: () => void
}

/** Each answer has its own key, so that two tabs do not overwrite each other. */
export function browserStore(
  userId: string,
  attemptId: string,
  storage: () => Storage = () => window.localStorage,
): AnswerStore {
  const prefix = `steppe-exam:${userId}:${attemptId}:`
  const keysIn = (open: Storage) =>
    Array.from({ length: open.length }, (_, i) => open.key(i) ?? '').filter((key) =>
      key.startsWith(prefix),
    )
  return {
    load() {
      const open = storage()
      return new Map(
        keysIn(open).flatMap((key) => {
          const kept = read(open.getItem(key))
          return kept ? [[Number(key.slice(prefix.length)), kept] as const] : []
        }),
      )
    },
    put: (position, kept) => storage().setItem(prefix + position, JSON.stringify(kept)),
    forget() {
      const open = storage()
      for (const key of keysIn(open)) open.removeItem(key)
    },
  }
}

/** Null for an entry that cannot be read, so that it does not hide the others. */
function read(text: string | null): KeptAnswer | null {
  try {
    const kept: KeptAnswer | null = JSON.parse(text ?? 'null')
    return typeof kept?.at === 'number' ? kept : null
  } catch {
    return null
  }
}
