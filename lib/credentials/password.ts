import 'server-only'
import { hash, verify } from '@node-rs/argon2'

// OWASP's floor for Argon2id (the library's default algorithm): 19 MiB, 2 passes, 1 lane.
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, OPTIONS)

// Checked when no account has the address, so that the answer takes as long as for one that exists.
let decoy: Promise<string> | undefined

/** False for a wrong password and, after the same work, for `null` (no such account). */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password')
  const matches = await verify(stored ?? (await decoy), password)
  return stored !== null && matches
}
