import 'server-only'
import { hash, verify } from '@node-rs/argon2'

// As expensive as a password: an exported key may be a word that somebody made up.
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** What may be stored of the key that signs cookies: it tells two keys apart and gives neither away. */
export const hashSecret = (secret: string): Promise<string> => hash(secret, OPTIONS)

export const isSecretOf = (stored: string, secret: string): Promise<boolean> =>
  verify(stored, secret)
