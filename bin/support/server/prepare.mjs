import { runCli } from '../cli.mjs'
import { UserError } from '../user-error.mjs'

/**
 * Migrates the database and publishes the course.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ setupPath?: string | null }>} the one-time way in, on a database without people
 */
export async function prepare(env) {
  const { code, stdout } = await runCli(['prepare', '--json'], { env, capture: true })
  if (code !== 0) {
    process.stderr.write(stdout)
    throw new UserError(
      'The database could not be prepared, as shown above. The server was not started.',
    )
  }
  const line = stdout
    .trim()
    .split('\n')
    .findLast((text) => text.startsWith('{'))
  return JSON.parse(line ?? '{}')
}

/**
 * Was this database never prepared? Then a command that needs its tables has to do that first.
 *
 * @param {string | undefined} url
 */
export async function isBlank(url) {
  const { default: pg } = await import('pg')
  const client = new pg.Client(url)
  await client.connect()
  try {
    /** @type {import('pg').QueryResult<{ blank: boolean }>} */
    const { rows } = await client.query(`select to_regclass('_prisma_migrations') is null as blank`)
    return rows[0]?.blank === true
  } finally {
    await client.end()
  }
}
