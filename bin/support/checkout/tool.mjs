import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../paths.mjs'
import { run } from '../process/run.mjs'
import { npm } from './install.mjs'

const folder = join(root, 'node_modules', '.steppe', 'tools')

/**
 * A package of npm that only a bench or one test needs, and that is too large for everybody's
 * installation: its folder, after installing it beside the others if need be. Undefined where it cannot
 * be had, without the network for one.
 *
 * @param {string} name
 * @param {string} version exact
 * @param {(line: string) => void} log
 * @returns {Promise<string | undefined>}
 */
export async function findTool(name, version, log) {
  // A folder for each version, so that another one is another tool.
  const home = join(folder, `${name}-${version}`)
  const found = join(home, 'node_modules', name)
  const complete = join(home, 'complete')
  if (existsSync(complete)) return found
  log(`Installing ${name} ${version} for this (npm install)...`)
  mkdirSync(home, { recursive: true })
  const [command, first] = npm()
  const args = [...first, 'install', '--prefix', home, '--no-save', '--ignore-scripts']
  // A network that does not answer is one that is not there.
  args.push('--fetch-retries=0', '--fetch-timeout=30000')
  args.push('--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error', `${name}@${version}`)
  const { code } = await run(command, args, { cwd: home, capture: 'all' })
  if (code !== 0 || !existsSync(found)) return undefined
  writeFileSync(complete, '')
  return found
}
