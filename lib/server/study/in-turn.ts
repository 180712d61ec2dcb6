import 'server-only'
import type { UserId } from '../../kernel/ids'

const last = new Map<UserId, Promise<unknown>>()

/**
 * Does one person's work in the order in which it came. What several requests of one person write at
 * once is refused to all but one, and they read again: waiting here costs less. Other processes are
 * not waited for, so the write must still be guarded.
 */
export async function inTurn<T>(userId: UserId, work: () => Promise<T>): Promise<T> {
  const mine = (last.get(userId) ?? Promise.resolve()).then(work)
  const ended = mine.catch(() => {})
  last.set(userId, ended)
  try {
    return await mine
  } finally {
    if (last.get(userId) === ended) last.delete(userId)
  }
}
