import { realpathSync } from 'node:fs'
import { shortHash } from '../paths.mjs'

/**
 * The name that the cookies of this installation begin with. Browsers do not tell ports apart, so two
 * installations on one host would otherwise overwrite each other's cookies. The same for all processes
 * of an installation and after each start.
 *
 * @param {string} dataDir
 * @param {string} secret
 * @param {NodeJS.ProcessEnv} env
 */
export function cookieName(dataDir, secret, env = process.env) {
  // A secret of the data directory is in no other. One that is exported may serve several.
  const place = env.AUTH_SECRET ? (databaseIn(env.DATABASE_URL) ?? realpathSync(dataDir)) : ''
  return `steppe-${shortHash(`cookies\0${secret}\0${place}`)}`
}

/**
 * The name of the database alone: processes of one installation may reach it in different ways.
 *
 * @param {string | undefined} url
 */
function databaseIn(url) {
  if (!url) return undefined
  return URL.canParse(url) ? new URL(url).pathname : url
}
