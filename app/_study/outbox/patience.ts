/** Calls `work` after `ms`, unless it is cancelled by calling what this returns. */
export type Timer = (work: () => void, ms: number) => () => void

export const browserTimer: Timer = (work, ms) => {
  const timer = setTimeout(work, ms)
  return () => clearTimeout(timer)
}

/** Something in the browser did not answer in time. It may still do its work later. */
export class TooLateError extends Error {
  override readonly name = 'TooLateError'
}

/** The same result, or a TooLateError when it is not there after `ms`. */
export function within<T>(work: Promise<T>, ms: number, timer: Timer): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = timer(() => reject(new TooLateError()), ms)
    work.then(resolve, reject).finally(cancel)
  })
}
