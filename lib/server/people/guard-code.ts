import 'server-only'
import { type Budget, countAttempts, giveBack, secondsUntil } from '../../db/connection/throttle'
import { AppError } from '../../kernel/app-error'
import { refuseAfter } from './refuse-after'

/**
 * Looks something up by a code that somebody brought: of an invitation, of a link for a new password or
 * of the set-up. A code that opens nothing counts against the address it came from. `opensNothing` says
 * so of a result; a refusal always does. Throws too_many_attempts, and what `look` throws.
 */
export async function guardCode<T>(
  from: string | null,
  look: () => Promise<T>,
  opensNothing: (found: T) => boolean,
): Promise<T> {
  if (from === null) return look()
  const budgets: readonly Budget[] = [['code-from', from]]
  await refuseAfter(budgets, await secondsUntil(budgets))
  await refuseAfter(budgets, await countAttempts(budgets))
  const found = await look().catch(async (error: unknown) => {
    if (!isWrongCode(error)) await giveBack(budgets)
    throw error
  })
  if (!opensNothing(found)) await giveBack(budgets)
  return found
}

const isWrongCode = (error: unknown): boolean =>
  error instanceof AppError && ['invitation_invalid', 'link_invalid'].includes(error.code)
