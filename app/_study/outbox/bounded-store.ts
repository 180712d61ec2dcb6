import { type Timer, TooLateError, within } from './patience'
import type { OutboxStore } from './store'

/** How long the browser's storage may take, in ms. */
export const STORE_PATIENCE_MS = 3000

/**
 * The same store, but each method rejects when the browser does not answer in time. Databases can
 * stay silent for ever, for example behind another tab or on a failing disk. After one such
 * silence, nobody waits again until the store has answered.
 */
export function boundedStore(store: OutboxStore, timer: Timer): OutboxStore {
  let isSilent = false
  const bounded = async <T>(work: () => Promise<T>): Promise<T> => {
    const working = work()
    const heard = () => {
      isSilent = false
    }
    working.then(heard, heard)
    if (isSilent) throw new TooLateError()
    try {
      return await within(working, STORE_PATIENCE_MS, timer)
    } catch (error) {
      if (error instanceof TooLateError) isSilent = true
      throw error
    }
  }
  return {
    load: () => bounded(store.load),
    add: (entry) => bounded(() => store.add(entry)),
    settle: (done, refused) => bounded(() => store.settle(done, refused)),
    dismiss: () => bounded(store.dismiss),
    keepSession: (kept) => bounded(() => store.keepSession(kept)),
    sessions: (scope, since) => bounded(() => store.sessions(scope, since)),
  }
}
