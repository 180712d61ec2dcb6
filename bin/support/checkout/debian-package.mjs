import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { root } from '../paths.mjs'
import { run } from '../process/run.mjs'

const folder = join(root, 'node_modules', '.steppe')

/**
 * A program of one of Debian's packages that only a test needs.
 *
 * @typedef {{ name: string, program: string, version: string }} DebianProgram `program` is its path in
 *   the package, `version` the argument with which it says its version
 */

/**
 * Where programs of the package can be started once it was unpacked.
 *
 * @param {DebianProgram} wanted
 */
export const unpackedProgram = ({ name, program }) =>
  join(folder, name, 'bin', program.split('/').at(-1) ?? '')

/**
 * Unpacks the package with those that it needs and this machine lacks. It is not installed, because
 * installing it would start a server on this machine.
 *
 * @param {DebianProgram} wanted
 * @param {(line: string) => void} log
 * @returns {Promise<string | undefined>} the program; undefined where apt does not have it
 */
export async function unpackProgram(wanted, log) {
  const unpacked = unpackedProgram(wanted)
  if (existsSync(unpacked)) return unpacked
  if (!existsSync('/usr/bin/apt-get') || !existsSync('/usr/bin/dpkg-deb')) return undefined
  log(`Unpacking ${wanted.name} (apt-get install --download-only ${wanted.name})...`)
  mkdirSync(folder, { recursive: true })
  const work = mkdtempSync(join(folder, `${wanted.name}-`))
  try {
    return (await unpackInto(work, wanted)) ? unpacked : undefined
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/**
 * @param {string} work
 * @param {DebianProgram} wanted
 */
async function unpackInto(work, { name, program, version }) {
  const archives = join(work, 'archives')
  mkdirSync(join(archives, 'partial'), { recursive: true })
  const settings = ['-o', `Dir::Cache::archives=${archives}`, '-o', 'Debug::NoLocking=1']
  const download = ['install', '--download-only', '--reinstall', '--no-install-recommends']
  const isRoot = process.getuid?.() === 0
  for (const step of isRoot ? ['download', 'update', 'download'] : ['download']) {
    const args = step === 'update' ? ['update'] : [...download, ...settings, name]
    await run('apt-get', ['-y', '-qq', ...args], { capture: 'all' })
    const files = readdirSync(archives).filter((entry) => entry.endsWith('.deb'))
    if (!files.some((file) => file.startsWith(`${name}_`))) continue
    const target = join(work, name)
    for (const file of files) {
      await run('dpkg-deb', ['-x', join(archives, file), target], { capture: 'all' })
    }
    makeLaunchers(target, program)
    const { code } = await run(join(target, 'bin', program.split('/').at(-1) ?? ''), [version], {
      capture: 'all',
    })
    if (code !== 0) return false
    moveTo(join(folder, name), target)
    return true
  }
  return false
}

/**
 * Of two that unpack at once, the first one counts.
 *
 * @param {string} place
 * @param {string} target
 */
function moveTo(place, target) {
  try {
    renameSync(target, place)
  } catch (error) {
    if (!existsSync(place)) throw error
  }
}

/**
 * Each program in the folder of the wanted one gets a launcher, which finds the libraries that were
 * unpacked beside it. Paths are relative, because the folder gets its name when it is whole.
 *
 * @param {string} target
 * @param {string} program
 */
function makeLaunchers(target, program) {
  const place = program.slice(0, program.lastIndexOf('/'))
  const bin = join(target, 'bin')
  rmSync(bin, { recursive: true, force: true })
  mkdirSync(bin)
  // A test that root runs starts some of them as somebody else, who must reach them.
  chmodSync(target, 0o755)
  for (const name of readdirSync(join(target, place))) {
    const script = [
      '#!/bin/sh',
      'here=$(dirname "$(readlink -f "$0")")/..',
      'libraries=$(ls -d "$here"/usr/lib/*-linux-gnu "$here"/lib/*-linux-gnu 2>/dev/null | tr "\\n" :)',
      'export LD_LIBRARY_PATH="$libraries$LD_LIBRARY_PATH"',
      `exec "$here/${place}/${name}" "$@"`,
    ]
    writeFileSync(join(bin, name), `${script.join('\n')}\n`, { mode: 0o755 })
  }
}
