import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { errorCode } from '../error-code.mjs'
import { UserError } from '../user-error.mjs'

/**
 * The key that signs sessions: the exported one, or one made once and kept with the data.
 *
 * @param {string} dataDir
 * @param {Record<string, string | undefined>} env
 */
export function authSecret(dataDir, env = process.env) {
  if (env.AUTH_SECRET) return env.AUTH_SECRET
  const file = join(dataDir, 'auth-secret')
  mkdirSync(dataDir, { recursive: true })
  if (!existsSync(file)) makeSecret(file, dataDir)
  const secret = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  if (secret.length >= 32) return secret
  throw new UserError(
    `${file} is damaged: it does not contain a key. Nothing was changed.\n` +
      'Restore the file from a backup, or delete it. If you delete it, everybody has to sign in again.',
  )
}

/**
 * Under another name first: of two programs that start at once, neither may find a file that is still
 * empty, and both go on with the key of the one that was first.
 *
 * @param {string} file
 * @param {string} dataDir
 */
function makeSecret(file, dataDir) {
  const fresh = `${file}.${process.pid}`
  writeFileSync(fresh, randomBytes(32).toString('base64url'), { mode: 0o600 })
  try {
    keepOwner(fresh, dataDir)
    linkSync(fresh, file)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  } finally {
    rmSync(fresh, { force: true })
  }
}

/**
 * What root makes in a user's data directory stays the user's.
 *
 * @param {string} file
 * @param {string} directory
 */
export function keepOwner(file, directory) {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = statSync(directory)
  chownSync(file, uid, gid)
}
