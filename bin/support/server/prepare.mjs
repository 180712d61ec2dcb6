import { hashOf, readStamp, writeStamp } from '../checkout/checkout-state.mjs'
import { runCli } from '../cli.mjs'
import { UserError } from '../user-error.mjs'

const stamp = 'course'

/**
 * Migrates the database and publishes the course. A course that was compiled before from the same files
 * is not compiled again, which would be half of a start.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {{ built?: boolean }} [options] as `runCli` takes it
 * @returns {Promise<{ setupPath: string | null }>} the one-time way in, on a database without people
 */
export async function prepare(env, { built = false } = {}) {
  const sources = hashOf(['content', 'lib', 'package-lock.json'])
  const [known, compiled] = readStamp(stamp)?.split(' ') ?? []
  const hint = compiled && known === sources ? ['--compiled', compiled] : []
  const { code, stdout } = await runCli(['prepare', '--json', ...hint], {
    env,
    capture: true,
    built,
  })
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
  /** @type {{ setupPath?: string | null, hash?: string | null }} */
  const { setupPath, hash } = JSON.parse(line ?? '{}')
  if (hash && hint.length === 0) noteCompiled(`${sources} ${hash}`)
  return { setupPath: setupPath ?? null }
}

/**
 * Without the note, the next start compiles once more.
 *
 * @param {string} note
 */
function noteCompiled(note) {
  try {
    writeStamp(stamp, note)
  } catch {} // a checkout that cannot be written
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
