import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildFolder } from './checkout/build.mjs'
import { builtCli } from './checkout/built-cli.mjs'
import { root } from './paths.mjs'
import { run } from './process/run.mjs'

/**
 * Runs `steppe ARGS` (lib/cli) in the directory the user stands in.
 *
 * @param {string[]} args
 * @param {{ env: NodeJS.ProcessEnv, cwd?: string, capture?: boolean, built?: boolean }} options
 *   `built`: as the build has it, where that is known to be of today's files
 */
export function runCli(args, { env, cwd = process.cwd(), capture = false, built = false }) {
  const conditions = '--conditions=react-server'
  if (built) {
    return run(process.execPath, [conditions, builtCli(buildFolder()), ...args], {
      cwd,
      capture,
      env,
    })
  }
  const require = createRequire(join(root, 'package.json'))
  const loader = pathToFileURL(require.resolve('tsx')).href
  const program = join(root, 'lib', 'cli', 'main.ts')
  return run(
    process.execPath,
    [conditions, '--import', loader, program, ...args],
    // tsx would look for tsconfig.json, and with it for `@/`, where the user stands.
    { cwd, capture, env: { ...env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') } },
  )
}
