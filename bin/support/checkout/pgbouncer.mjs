import { existsSync } from 'node:fs'
import { unpackedProgram, unpackProgram } from './debian-package.mjs'

const known = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer', '/opt/homebrew/bin/pgbouncer']
const packaged = { name: 'pgbouncer', program: 'usr/sbin/pgbouncer', version: '--version' }

/**
 * A PgBouncer for the tests through a pooler: the system's, else that of Debian.
 *
 * @param {{ log?: (line: string) => void, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<string | undefined>} its path; undefined when there is none, and then the tests are
 *   skipped
 */
export async function findPgbouncer({ log = console.log, env = process.env } = {}) {
  if (env.STEPPE_PGBOUNCER) return env.STEPPE_PGBOUNCER
  const present = [...known, unpackedProgram(packaged)].find((path) => existsSync(path))
  return present ?? (await unpackProgram(packaged, log))
}
