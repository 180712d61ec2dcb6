import { runCli } from '../cli.mjs'
import { UserError } from '../user-error.mjs'

/**
 * Migrates the database and publishes the course.
 *
 * @returns {Promise<{ published: string, setupPath: string | null }>}
 */
export async function prepare(env) {
  const { code, stdout } = await runCli(['prepare', '--json'], { env, capture: true })
  if (code !== 0) {
    process.stderr.write(stdout)
    throw new UserError(
      'The database could not be prepared, as shown above; the server was not started.',
    )
  }
  const line = stdout
    .trim()
    .split('\n')
    .findLast((text) => text.startsWith('{'))
  return JSON.parse(line ?? '{}')
}

/** Was this database never prepared? Then a command that needs its tables has to do that first. */
export async function isBlank(url) {
  const { default: pg } = await import('pg')
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query(`select to_regclass('_prisma_migrations') is null as blank`)
    return rows[0].blank
  } finally {
    await client.end()
  }
}
