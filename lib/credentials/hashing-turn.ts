import 'server-only'
import { availableParallelism } from 'node:os'
import { AppError } from '../kernel/app-error'

/** Each hash takes a whole processor for some 20 ms, so half of the machine is left for all other requests. */
const AT_ONCE = Math.max(1, Math.floor(availableParallelism() / 2))
/** Some 20 seconds of work; whoever comes later is told so at once. */
const MOST_WAITING = 1000

let running = 0
const waiting: (() => void)[] = []

/**
 * Runs work that hashes a password, a few at a time and in the order in which they came. Throws
 * too_many_attempts when so many wait that this one would wait for too long; nothing was run then.
 */
export async function hashingTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) {
      throw new AppError(
        'too_many_attempts',
        'Very many people are signing in at this moment. Nothing was changed. Wait a minute and try again.',
      )
    }
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else {
    running += 1
  }
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    // The next one takes this place over, so that nobody who comes in between gets ahead of it.
    if (next) next()
    else running -= 1
  }
}
