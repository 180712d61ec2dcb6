import type { OutboxStatus } from './outbox-status'

/** How one batch went. one-by-one: it is to be tried again in batches of one. */
export type Went = 'nothing-left' | 'next' | 'one-by-one' | 'signed-out' | 'failed'

export type Rounds = {
  /** Sends until nothing is left or a try has failed; joins the round that is under way. */
  readonly flush: () => Promise<void>
  readonly isSending: () => boolean
}

type RoundsParts = {
  readonly status: () => OutboxStatus
  readonly say: (state: OutboxStatus['state']) => void
  /** Sends the oldest, at most `size`. */
  readonly sendBatch: (size: number) => Promise<Went>
  /** Runs `work` while no other tab of the account runs any. */
  readonly alone: (work: () => Promise<void>) => Promise<void>
  /** How long (ms) to wait after that many failures in a row. */
  readonly pauseMs: (failures: number) => number
}

export const BATCH = 50

/** When to send: one round at a time, and again a while after one that failed. */
export function sendRounds({ status, say, sendBatch, alone, pauseMs }: RoundsParts): Rounds {
  let round: Promise<void> | null = null
  let wanted = false
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const sendAll = async () => {
    for (let size = BATCH; ; ) {
      const went = await sendBatch(size)
      switch (went) {
        case 'nothing-left':
        case 'signed-out':
          return
        case 'failed':
          failures += 1
          clearTimeout(timer)
          timer = setTimeout(flush, pauseMs(failures))
          return
        case 'one-by-one':
          size = 1
          break
        case 'next':
      }
      failures = 0
    }
  }
  const begin = async () => {
    clearTimeout(timer)
    if (status().waiting === 0) return
    // While there is trouble, say so until it is over.
    if (status().state === 'idle') say('sending')
    await alone(sendAll)
  }
  const flush = (): Promise<void> => {
    wanted = round !== null
    round ??= begin().finally(() => {
      round = null
      // Added after the last look. What did not get through waits for its time.
      const { waiting, state } = status()
      if (wanted && failures === 0 && waiting > 0 && state !== 'signed-out') void flush()
    })
    return round
  }
  return { flush, isSending: () => round !== null }
}
