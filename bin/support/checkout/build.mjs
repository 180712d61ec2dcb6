import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../paths.mjs'
import { withLock } from '../process/lock.mjs'
import { run } from '../process/run.mjs'
import { UserError } from '../user-error.mjs'
import { buildCli, isCliBuilt } from './built-cli.mjs'
import { hashOf, refuseBelowServer } from './checkout-state.mjs'

// As next.config.mjs has it: the bench has a build of its own beside the one that serves.
export const buildFolder = () => (process.env.STEPPE_BENCH === '1' ? '.next-bench' : '.next')
const stamp = () => join(root, buildFolder(), 'steppe-build')

/**
 * Makes the production build, unless it was made from just these files.
 *
 * @param {{ log?: (line: string) => void }} [options]
 */
export async function ensureBuilt({ log = console.error } = {}) {
  if (isBuilt()) return
  await withLock(
    join(root, '.steppe-build.lock'),
    async () => {
      if (isBuilt()) return
      refuseBelowServer(`The build (${buildFolder()})`)
      log('Building the application (next build)...')
      const made = wanted()
      const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
      const { code, stdout } = await run(process.execPath, [next, 'build'], {
        cwd: root,
        env: buildEnv(),
        capture: 'all',
      })
      if (code !== 0) {
        throw new UserError(`${stdout}\nThe build failed, as shown above. No data was touched.`)
      }
      await buildCli(buildFolder())
      // Next may complete tsconfig.json; that must not count as a change the next time.
      writeFileSync(stamp(), made === wanted() ? made : wanted())
    },
    { onWait: ({ pid }) => log(`Waiting for process ${pid} to finish its build...`) },
  )
}

/**
 * The same build whoever makes it: no database, no secret, no address of this installation.
 *
 * @returns {NodeJS.ProcessEnv}
 */
function buildEnv() {
  const { DATABASE_URL, AUTH_SECRET, AUTH_URL, NEXTAUTH_URL, STEPPE_URL, STEPPE_DATA_DIR, ...env } =
    process.env
  return { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
}

/**
 * Content is no input: it is published to the database when the server starts. Neither is Node: what
 * one version builds, another runs.
 */
function wanted() {
  const configuration = readdirSync(root)
    .filter((name) =>
      /^(next|postcss|tailwind)\.config\.|^instrumentation|^(middleware|proxy)\./.test(name),
    )
    .sort()
  const inputs = [
    'app',
    'lib',
    'public',
    'package-lock.json',
    'tsconfig.json',
    'prisma/schema.prisma',
  ]
  return hashOf([...inputs, ...configuration])
}

function isBuilt() {
  try {
    return readFileSync(stamp(), 'utf8') === wanted() && isCliBuilt(buildFolder())
  } catch {
    return false
  }
}
