import type { Timer } from '@/app/_study/outbox/patience'

/** A timer whose time passes only when the test says so. */
export function manualTimer() {
  const waiting = new Set<{ readonly work: () => void; readonly at: number }>()
  let now = 0
  const timer: Timer = (work, ms) => {
    const one = { work, at: now + ms }
    waiting.add(one)
    return () => waiting.delete(one)
  }
  return {
    timer,
    now: () => now,
    /** Lets `ms` pass once all that can happen now has happened, and then what follows from it. */
    async pass(ms: number) {
      await settled()
      now += ms
      for (const one of waiting) {
        if (one.at > now) continue
        waiting.delete(one)
        one.work()
      }
      await settled()
    },
  }
}

/** After all promises that can be settled now. */
export const settled = () => new Promise<void>((resolve) => setImmediate(resolve))
