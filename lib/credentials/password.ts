import 'server-only'
import { hash, verify } from '@node-rs/argon2'
import { opaqueString } from '../kernel/opaque-string'
import { hashingTurn } from './hashing-turn'

// OWASP's floor for Argon2id (the library's default algorithm): 19 MiB, 2 passes, 1 lane.
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Waits for its turn. Throws too_many_attempts when too many wait already. */
export const hashPassword = (password: string): Promise<string> =>
  hashingTurn(() => hashed(password))

const hashed = (password: string): Promise<string> => hash(opaqueString(password), OPTIONS)

// Checked when no account has the address, so that the answer takes as long as for one that exists.
let decoy: Promise<string> | undefined

/**
 * False for a wrong password and, after the same work, for `null` (no such account). How much work it
 * is depends only on what was typed: a password that is not in its form is also tried as it is, since
 * earlier releases hashed it so. Call it in a `hashingTurn`.
 */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashed('nobody has this password')
  const against = stored ?? (await decoy)
  for (const form of new Set([opaqueString(password), password])) {
    if (await verify(against, form)) return stored !== null
  }
  return false
}
