import 'server-only'
import { hashingTurn } from '../../credentials/hashing-turn'
import { passwordMatches } from '../../credentials/password'
import { type Budget, countAttempts, giveBack, secondsUntil } from '../../db/connection/throttle'
import { refuseAfter } from './refuse-after'

/**
 * Whether this password is the one that is stored. The attempt is counted before it is made, and given
 * back when it was right, so that of many at once no more are made than the budgets allow. It is
 * counted only when its turn for hashing has come: the few that run at once are all that right passwords
 * can take from a budget that many people share, such as that of an office. Throws too_many_attempts.
 */
export async function provePassword(
  budgets: readonly Budget[],
  stored: string | null,
  password: string,
): Promise<boolean> {
  // A first look, so that whoever is refused anyway does not stand in the way of others.
  await refuseAfter(budgets, await secondsUntil(budgets))
  return hashingTurn(async () => {
    await refuseAfter(budgets, await countAttempts(budgets))
    const matches = await passwordMatches(stored, password)
    if (matches) await giveBack(budgets)
    return matches
  })
}
