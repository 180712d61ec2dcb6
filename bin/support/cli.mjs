import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './paths.mjs'
import { run } from './process/run.mjs'

/**
 * Runs `steppe ARGS` (lib/cli) in the directory the user stands in.
 *
 * @param {string[]} args
 * @param {{ env: NodeJS.ProcessEnv, cwd?: string, capture?: boolean }} options
 */
export function runCli(args, { env, cwd = process.cwd(), capture = false }) {
  const require = createRequire(join(root, 'package.json'))
  const loader = pathToFileURL(require.resolve('tsx')).href
  const program = join(root, 'lib', 'cli', 'main.ts')
  return run(
    process.execPath,
    ['--conditions=react-server', '--import', loader, program, ...args],
    // tsx would look for tsconfig.json, and with it for `@/`, where the user stands.
    { cwd, capture, env: { ...env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') } },
  )
}
