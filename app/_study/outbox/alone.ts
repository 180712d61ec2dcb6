import { type Timer, within } from './patience'

type Locks = {
  readonly request: (name: string, work: () => Promise<void>) => Promise<unknown>
}

/** How long to wait for another tab, in ms. */
export const LOCK_PATIENCE_MS = 5000

/**
 * Runs work while no other tab runs any under this name. Without locks, on plain http or where the
 * browser forbids them, and when a frozen tab does not give its lock back, the work runs all the
 * same: two tabs may then send the same event, which the server counts once.
 */
export function aloneUnder(name: string, locks: Locks | undefined, timer: Timer) {
  return async (work: () => Promise<void>): Promise<void> => {
    if (locks === undefined) return work()
    let turn: Promise<void> | null = null
    let waits = true
    const granted = new Promise<void>((resolve, reject) => {
      const run = async () => {
        // The lock came after its time. It is given back at once.
        if (!waits) return
        turn = work()
        resolve()
        await turn.catch(() => {})
      }
      Promise.resolve()
        .then(() => locks.request(name, run))
        .catch(reject)
    })
    try {
      await within(granted, LOCK_PATIENCE_MS, timer)
    } catch {
      waits = false
    }
    await (turn ?? work())
  }
}
