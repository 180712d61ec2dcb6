import type { Refused } from './entry'

export type OutboxStatus = {
  /** The number of actions in this browser that the server has not confirmed. */
  readonly waiting: number
  /** offline: no server can be reached; retrying: a server answers, but with an error. */
  readonly state: 'idle' | 'sending' | 'offline' | 'retrying' | 'signed-out'
  /** False when this browser could not store the actions, so that they exist only in this tab. */
  readonly durable: boolean
  readonly refused: readonly Refused[]
}

export const SETTLED: OutboxStatus = { waiting: 0, state: 'idle', durable: true, refused: [] }
