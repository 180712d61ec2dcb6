import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../paths.mjs'
import { run } from '../process/run.mjs'

const known = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx']
const folder = join(root, 'node_modules', '.steppe')
const unpacked = join(folder, 'nginx', 'usr', 'sbin', 'nginx')

/**
 * An nginx for the end-to-end test behind a proxy: the system's, else the program in Debian's package.
 * The package is unpacked and not installed, because installing it would start a web server on this
 * machine.
 *
 * @param {{ log?: (line: string) => void, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<string | undefined>} its path; undefined when there is none, and then the test is
 *   skipped
 */
export async function findNginx({ log = console.log, env = process.env } = {}) {
  if (env.STEPPE_NGINX) return env.STEPPE_NGINX
  const found = [...known, unpacked].find((path) => existsSync(path))
  if (found) return found
  if (!existsSync('/usr/bin/apt-get') || !existsSync('/usr/bin/dpkg-deb')) return undefined
  log('Unpacking nginx (apt-get download nginx)...')
  mkdirSync(folder, { recursive: true })
  const work = mkdtempSync(join(folder, 'nginx-'))
  try {
    return (await unpackInto(work)) ? unpacked : undefined
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** @param {string} work */
async function unpackInto(work) {
  const tries = process.getuid?.() === 0 ? ['download', 'update', 'download'] : ['download']
  for (const step of tries) {
    const args = step === 'update' ? ['update', '-qq'] : ['download', '-qq', 'nginx']
    await run('apt-get', args, { cwd: work, env: process.env, capture: 'all' })
    const file = readdirSync(work).find((name) => name.endsWith('.deb'))
    if (!file) continue
    const target = join(work, 'nginx')
    await run('dpkg-deb', ['-x', join(work, file), target], { capture: 'all' })
    // Its libraries may be missing.
    const program = join(target, 'usr', 'sbin', 'nginx')
    if (!existsSync(program)) return false
    const { code } = await run(program, ['-v'], { capture: 'all' })
    if (code !== 0) return false
    renameSync(target, join(folder, 'nginx'))
    return true
  }
  return false
}
