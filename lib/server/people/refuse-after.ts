import 'server-only'
import { accountOfBudget, type Budget, newlyUsedUp } from '../../db/connection/throttle'
import { recordAudit } from '../../db/people/audit'
import { findLogin } from '../../db/people/users'
import { tooMany } from './too-many'

/**
 * Refuses when somebody has to wait. The audit gets one entry for each budget that is used up, and not one
 * for each attempt: a flood of them must not fill it. `what`: a sentence. Throws too_many_attempts.
 */
export async function refuseAfter(
  budgets: readonly Budget[],
  waitS: number,
  what = 'There were too many attempts that failed.',
): Promise<void> {
  if (waitS === 0) return
  for (const { budget, at } of await newlyUsedUp(budgets)) {
    const email = accountOfBudget(budget)
    // For an address without an account nothing is written down: people also type their password there.
    const login = email === null ? null : await findLogin(email)
    const detail = { user: login?.user.id ?? null, what: budget[0] }
    await recordAudit({ at, actorId: null, kind: 'attempts_refused', detail })
  }
  throw tooMany(what, waitS)
}
