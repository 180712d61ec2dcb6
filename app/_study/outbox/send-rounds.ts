import type { OutboxStatus } from './outbox-status'

/**
 * The outcome of one batch. `one-by-one`: its entries are to be sent again one at a time. `try-soon`: the
 * server works and says itself that this will pass.
 */
export type BatchOutcome =
  | 'nothing-left'
  | 'next'
  | 'one-by-one'
  | 'signed-out'
  | 'failed'
  | 'try-soon'

export type Rounds = {
  /**
   * Sends until nothing is left or an attempt has failed. Joins a round that is already running.
   */
  readonly flush: () => Promise<void>
  readonly isSending: () => boolean
}

type RoundsParts = {
  readonly status: () => OutboxStatus
  readonly say: (state: OutboxStatus['state']) => void
  /** Sends the oldest entries, at most `size` of them. */
  readonly sendBatch: (size: number) => Promise<BatchOutcome>
  /** Runs `work` while no other tab of the account runs any. */
  readonly alone: (work: () => Promise<void>) => Promise<void>
  /** How long to wait (ms) after this many failures in a row. */
  readonly pauseMs: (failures: number) => number
}

export const BATCH = 50
/** As many failures as the pause after them is short: a server that answers is asked again soon. */
const SOON = 2

/** Decides when to send: one round at a time, and again some time after a failed one. */
export function sendRounds({ status, say, sendBatch, alone, pauseMs }: RoundsParts): Rounds {
  let round: Promise<void> | null = null
  let wanted = false
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const sendAll = async () => {
    for (let size = BATCH; ; ) {
      const outcome = await sendBatch(size)
      switch (outcome) {
        case 'nothing-left':
        case 'signed-out':
          return
        case 'failed':
        case 'try-soon':
          failures = outcome === 'failed' ? failures + 1 : Math.min(failures + 1, SOON)
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
  const start = async () => {
    clearTimeout(timer)
    if (status().waiting === 0) return
    // A problem stays visible until it is over.
    if (status().state === 'idle') say('sending')
    await alone(sendAll)
  }
  const flush = (): Promise<void> => {
    wanted = round !== null
    round ??= start().finally(() => {
      round = null
      // These entries were added after the last read. Entries that failed wait for their timer.
      const { waiting, state } = status()
      if (wanted && failures === 0 && waiting > 0 && state !== 'signed-out') void flush()
    })
    return round
  }
  return { flush, isSending: () => round !== null }
}
