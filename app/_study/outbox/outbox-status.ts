import type { Refused } from './entry'
import type { StorageState } from './storage-state'

export type OutboxStatus = {
  /** The number of actions in this browser that the server has not confirmed. */
  readonly waiting: number
  /** offline: no server can be reached; retrying: a server answers, but with an error. */
  readonly state: 'idle' | 'sending' | 'offline' | 'retrying' | 'signed-out'
  /** Unless it works, the actions that wait exist only in this tab. */
  readonly storage: StorageState
  readonly refused: readonly Refused[]
}

export const SETTLED: OutboxStatus = { waiting: 0, state: 'idle', storage: 'works', refused: [] }
