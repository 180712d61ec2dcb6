import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { root } from '../../bin/support/paths.mjs'
import { type Drill, exactly, told } from './support/drill'

const PROBE = fileURLToPath(new URL('support/probe-bundle.mjs', import.meta.url))

const probed = z.object({
  readyMs: z.number(),
  signIn: z.number(),
  title: z.string(),
  setup: z.number(),
  people: z.string(),
  refusals: z.number(),
  admin: z.number(),
  network: z.string(),
})

const drill: Drill = {
  says: 'A bundle that is unpacked on a machine without a network starts there and lets people in.',
  async run({ log }) {
    const home = mkdtempSync(join(tmpdir(), 'steppe-bundle-drill-'))
    try {
      const made = join(home, 'made')
      const node = process.execPath
      // With a registry that is not there, so that whatever asks for it fails.
      const offline = {
        ...process.env,
        npm_config_registry: 'http://127.0.0.1:9',
        npm_config_offline: 'true',
      }
      execFileSync(node, [join(root, 'bin', 'bundle.mjs'), made], {
        env: offline,
        stdio: 'inherit',
      })
      const [file = ''] = readdirSync(made).filter((name) => name.endsWith('.tar.gz'))
      log(`${file} was made.`)
      execFileSync('sha256sum', ['-c', '--quiet', `${file}.sha256`], { cwd: made })
      const there = join(home, 'there')
      mkdirSync(there)
      execFileSync('tar', ['-xzf', join(made, file), '-C', there])
      const wrong = wrongFiles(there)
      log('It was unpacked, and its files were compared with their checksums.')
      const found = probe(there, home)
      return [
        told('size of the bundle', `${(statSync(join(made, file)).size / 1e6).toFixed(0)} MB`),
        exactly('files that differ from their checksums', wrong, 0),
        told('network of the machine', found.network),
        told('ready after', `${(found.readyMs / 1000).toFixed(1)} s`),
        exactly('status of the sign-in page', found.signIn, 200),
        exactly('sign-in pages with our title', found.title.includes('Steppe') ? 1 : 0, 1),
        exactly('status of the set-up page', found.setup, 200),
        exactly(
          'commands that see the database',
          found.people.includes('There is no account yet') ? 1 : 0,
          1,
        ),
        exactly('ways in that refuse a password that leaked', found.refusals, 2),
        exactly('status of the administration for the first account', found.admin, 200),
        exactly('times that npm was called', readdirSync(join(home, 'called')).length, 0),
      ]
    } finally {
      rmSync(home, { recursive: true, force: true })
    }
  },
}
export default drill

function wrongFiles(folder: string): number {
  try {
    execFileSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], { cwd: folder, stdio: 'pipe' })
    return 0
  } catch {
    return 1
  }
}

/** Runs it where there is neither a network nor an npm; the network is only hidden where unshare may not be used. */
function probe(there: string, home: string): z.infer<typeof probed> {
  const tools = join(home, 'tools')
  const called = join(home, 'called')
  mkdirSync(tools)
  mkdirSync(called)
  for (const name of ['npm', 'npx']) {
    writeFileSync(join(tools, name), `#!/bin/sh\ntouch ${called}/$$\nexit 1\n`, { mode: 0o755 })
  }
  const nowhere = 'http://127.0.0.1:9'
  const env = {
    PATH: [tools, dirname(process.execPath), '/usr/sbin', '/usr/bin', '/bin'].join(delimiter),
    NODE_ENV: 'production' as const,
    HOME: home,
    ...{ HTTP_PROXY: nowhere, HTTPS_PROXY: nowhere, npm_config_registry: nowhere },
    ...{ STEPPE_DATA_DIR: join(home, 'data'), STEPPE_JOBS: 'off', PORT: '3999' },
  }
  const run = (command: string, args: string[], network: string) =>
    probed.parse(
      JSON.parse(
        execFileSync(command, args, {
          env: { ...env, NETWORK: network },
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'inherit'],
        }),
      ),
    )
  const program = [process.execPath, PROBE, there]
  if (!canUnshare())
    return run(process.execPath, program.slice(1), 'hidden by a proxy that is not there')
  const quoted = program.map((part) => `'${part}'`).join(' ')
  return run('unshare', ['-n', 'sh', '-c', `ip link set lo up && exec ${quoted}`], 'none (unshare)')
}

function canUnshare(): boolean {
  try {
    execFileSync('unshare', ['-n', 'ip', 'link', 'set', 'lo', 'up'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
