import { isZone } from '@/lib/kernel/study-day'
import { sameClock } from '@/lib/kernel/zone'

const key = (userId: string) => `steppe-zone-kept:${userId}`

/** Browsers that hide where they are say UTC; it is no reason to leave a zone that was chosen. */
const SAYS_NOTHING: readonly string[] = ['UTC', 'Etc/UTC', 'GMT', 'Etc/GMT', 'Etc/Unknown']

/**
 * The zone of a browser that an account could be moved to. Null when both clocks agree, when the
 * browser does not say where it is, and when this person has chosen to keep the zone of the account.
 */
export function zoneToOffer(input: {
  readonly userId: string
  readonly account: string
  readonly browser: string | undefined
  readonly nowMs: number
  readonly storage: () => Pick<Storage, 'getItem'>
}): string | null {
  const { userId, account, browser, nowMs, storage } = input
  if (browser === undefined || SAYS_NOTHING.includes(browser)) return null
  if (!isZone(browser) || !isZone(account)) return null
  if (sameClock(account, browser, nowMs)) return null
  return kept(userId, storage) === pair(account, browser) ? null : browser
}

/** Remembers that this person keeps the zone of the account while the browser is in that other one. */
export function keepZone(
  userId: string,
  account: string,
  browser: string,
  storage: () => Pick<Storage, 'setItem'>,
): void {
  try {
    storage().setItem(key(userId), pair(account, browser))
  } catch {
    // Without storage, the offer comes back with the next page.
  }
}

const pair = (account: string, browser: string) => `${account} ${browser}`

function kept(userId: string, storage: () => Pick<Storage, 'getItem'>): string | null {
  try {
    return storage().getItem(key(userId))
  } catch {
    return null
  }
}
