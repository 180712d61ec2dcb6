import type { Answer } from '@/lib/kinds/types'

/** An answer as this browser has it. */
export type KeptAnswer = {
  readonly answer: Answer
  /** Given at, ms of the server's clock as this browser reckons it. */
  readonly at: number
  readonly state: 'waiting' | 'saved' | 'refused'
  /** Why it was refused. */
  readonly message?: string
}

/** What outlives a closed tab. Both methods may throw: disks fill up, private windows have none. */
export type AnswerStore = {
  readonly load: () => ReadonlyMap<number, KeptAnswer>
  readonly put: (position: number, kept: KeptAnswer) => void
  readonly forget: () => void
}

/** One key an answer, so that two tabs do not write over each other. */
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
