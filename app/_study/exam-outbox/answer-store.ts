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
export function browserStore(userId: string, attemptId: string): AnswerStore {
  const prefix = `steppe-exam:${userId}:${attemptId}:`
  const keys = () => Object.keys(localStorage).filter((key) => key.startsWith(prefix))
  return {
    load: () =>
      new Map(
        keys().flatMap((key) => {
          const kept: KeptAnswer | null = JSON.parse(localStorage.getItem(key) ?? 'null')
          return kept ? [[Number(key.slice(prefix.length)), kept] as const] : []
        }),
      ),
    put: (position, kept) => localStorage.setItem(prefix + position, JSON.stringify(kept)),
    forget: () => {
      for (const key of keys()) localStorage.removeItem(key)
    },
  }
}
