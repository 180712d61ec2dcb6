import 'server-only'
import { seal, unseal } from '../../credentials/sealed'
import { hashSecret, isSecretOf } from '../../credentials/secret-hash'
import { together } from '../../db/connection/together'
import { keepSecretHash, replaceSecretHash, storedSecretHash } from '../../db/operate/installation'
import { recordAudit } from '../../db/people/audit'
import { sealedKeys, writeSealedKey } from '../../db/people/second-factors'
import type { WholeScope } from '../whole-scope'

/** The message says what happened, that nothing was changed, and what to do. */
class OtherSecret extends Error {
  override readonly name = 'OtherSecret'
}

/**
 * Throws OtherSecret when this database belongs to another key. Returns whether a key is known, which is
 * this one then.
 */
export async function refuseOtherSecret(_: WholeScope, secret: string): Promise<boolean> {
  const stored = await storedSecretHash()
  if (stored === null) return false
  if (!(await isSecretOf(stored, secret))) throw new OtherSecret(REFUSAL)
  return true
}

/**
 * Makes this key the one of the database at the first start, and throws OtherSecret for another one
 * later. Of several first starts at once with different keys, one goes on.
 */
export async function keepSecret(
  _: WholeScope,
  { secret, now }: { readonly secret: string; readonly now: number },
): Promise<void> {
  const stored = (await storedSecretHash()) ?? (await keepSecretHash(await hashSecret(secret), now))
  if (!(await isSecretOf(stored, secret))) throw new OtherSecret(REFUSAL)
}

/** How many sign-in sessions ended, and how many second factors go on and cannot be read any more. */
type SecretReplaced = {
  readonly sessions: number
  readonly sealed: number
  readonly lost: number
}

/**
 * Makes this key the one of the database. With the key before it, the second factors are sealed anew, so that
 * everybody's app goes on. Throws OtherSecret when `before` is not the key of this database; nothing is
 * changed then.
 */
export async function replaceSecret(
  _: WholeScope,
  input: { readonly secret: string; readonly before: string | null; readonly now: number },
): Promise<SecretReplaced> {
  const { secret, before, now } = input
  const stored = await storedSecretHash()
  if (before !== null && stored !== null && !(await isSecretOf(stored, before))) {
    throw new OtherSecret(
      'The key that you named as the one before is not the key of this installation. Nothing was changed. ' +
        'Name the right file, or leave --before out: second factors then need their recovery codes.',
    )
  }
  const hash = await hashSecret(secret)
  return together(async () => {
    const factors = await sealedKeys()
    let sealed = 0
    for (const { userId, sealedKey } of factors) {
      const key = before === null ? null : unseal(sealedKey, userId, before)
      if (key === null) continue
      await writeSealedKey(userId, seal(key, userId, secret))
      sealed += 1
    }
    const sessions = await replaceSecretHash(hash, now)
    await recordAudit({ at: now, actorId: null, kind: 'secret_replaced', detail: { sessions } })
    return { sessions, sealed, lost: factors.length - sealed }
  }, LONG)
}

/** Thousands of second factors take longer than a form may, in ms. */
const LONG = { maxWait: 15_000, timeout: 600_000 }

const REFUSAL =
  'Another key signs the cookies of this installation: the database was used with another AUTH_SECRET ' +
  'or another file auth-secret. Cookies made here would be worthless to the other processes. ' +
  'The server was not started, and nothing was changed.\n' +
  'Give every process the same key: set AUTH_SECRET to one value for all of them, or copy the file ' +
  'auth-secret of the first data directory into this one. If the old key is lost or became known to ' +
  'others, run `npx steppe secret replace` with the new one: everybody then has to sign in again.'
