import 'server-only'
import { randomBytes } from 'node:crypto'
import { signed, signedText } from '../../credentials/signed'
import { isUuid, type UserId } from '../../kernel/ids'

/** People who share a browser keep one each. */
const MOST_ACCOUNTS = 5

/**
 * A browser in which somebody has signed in keeps a signed note of it, also after signing out. There,
 * wrong passwords have a budget of their own, so that the owner gets in while a stranger guesses
 * elsewhere. The note proves nothing else. `note` is the value of the cookie: an entry for each account.
 */
export function knownDevice(note: string | null, userId: UserId, secret: string): string | null {
  const found = entriesIn(note, secret).find((entry) => entry.userId === userId)
  return found?.device ?? null
}

/** The note with this account in it, as the one that signed in last. */
export function noteWith(note: string | null, userId: UserId, secret: string): string {
  const entries = entriesIn(note, secret)
  const device =
    entries.find((entry) => entry.userId === userId)?.device ??
    randomBytes(16).toString('base64url')
  const others = entries.filter((entry) => entry.userId !== userId)
  return [{ userId, device }, ...others]
    .slice(0, MOST_ACCOUNTS)
    .map((entry) => signed('device', `${entry.userId} ${entry.device}`, secret))
    .join('~')
}

function entriesIn(
  note: string | null,
  secret: string,
): readonly { readonly userId: string; readonly device: string }[] {
  const values = (note ?? '').split('~').slice(0, MOST_ACCOUNTS)
  return values.flatMap((value) => {
    const [userId = '', device = ''] = (signedText('device', value, secret) ?? '').split(' ')
    return isUuid(userId) && device !== '' ? [{ userId, device }] : []
  })
}
