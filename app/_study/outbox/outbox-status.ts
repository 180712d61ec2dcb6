import type { Refused } from './entry'

export type OutboxStatus = {
  /** Things done in this browser that the server has not confirmed. */
  readonly waiting: number
  /** offline: no server can be reached; retrying: one answers, but is not well. */
  readonly state: 'idle' | 'sending' | 'offline' | 'retrying' | 'signed-out'
  /** False when this browser could not write them down: they live in this tab only. */
  readonly durable: boolean
  readonly refused: readonly Refused[]
}

export const SETTLED: OutboxStatus = { waiting: 0, state: 'idle', durable: true, refused: [] }
