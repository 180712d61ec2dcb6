import 'server-only'
import { countAttempts, secondsUntil } from '../../db/connection/throttle'
import { AppError } from '../../kernel/app-error'
import { refuseAfter } from './refuse-after'

/**
 * Does what somebody came back from the provider for. Whoever is refused counts against the address they
 * came from, so that nobody fills the audit. Throws too_many_attempts, and what `work` throws.
 */
export async function guardProvider<T>(from: string | null, work: () => Promise<T>): Promise<T> {
  if (from === null) return work()
  const budgets = [['provider-from', from]] as const
  await refuseAfter(budgets, await secondsUntil(budgets))
  return work().catch(async (error: unknown) => {
    if (error instanceof AppError) await countAttempts(budgets)
    throw error
  })
}
