import { existsSync } from 'node:fs'
import { unpackedProgram, unpackProgram } from './debian-package.mjs'

const known = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx']
const packaged = { name: 'nginx', program: 'usr/sbin/nginx', version: '-v' }

/**
 * An nginx for the tests behind a proxy: the system's, else that of Debian.
 *
 * @param {{ log?: (line: string) => void, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<string | undefined>} its path; undefined when there is none, and then the tests are
 *   skipped
 */
export async function findNginx({ log = console.log, env = process.env } = {}) {
  if (env.STEPPE_NGINX) return env.STEPPE_NGINX
  const present = [...known, unpackedProgram(packaged)].find((path) => existsSync(path))
  return present ?? (await unpackProgram(packaged, log))
}
