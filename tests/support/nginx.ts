import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findNginx } from '../../bin/support/checkout/nginx.mjs'
import { selfSigned } from './self-signed'

const OPERATING = fileURLToPath(new URL('../../docs/operating.md', import.meta.url))

/** Null when this machine has none and none could be unpacked. */
export const nginxProgram = async (): Promise<string | null> => (await findNginx()) ?? null

/** The server block that docs/operating.md recommends, for other ports and our own certificate. */
export function documentedServer(listen: number, target: string): string {
  const [, block] = readFileSync(OPERATING, 'utf8').match(/```nginx\n(.*?)```/s) ?? []
  if (!block) throw new Error('docs/operating.md has no configuration for nginx')
  return block
    .replace('listen 443 ssl', `listen ${listen} ssl`)
    .replace('steppe.example.org', 'localhost')
    .replace(/ssl_certificate .*/, 'ssl_certificate steppe.pem;')
    .replace(/ssl_certificate_key .*/, 'ssl_certificate_key steppe.key;')
    .replace('http://127.0.0.1:3000', target)
}

/** Runs nginx over TLS with these server blocks, until it is stopped. */
export async function startNginx(
  program: string,
  servers: readonly string[],
  port: number,
): Promise<{ readonly stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'steppe-nginx-'))
  const { certificate, key } = selfSigned()
  writeFileSync(join(folder, 'steppe.pem'), certificate)
  writeFileSync(join(folder, 'steppe.key'), key, { mode: 0o600 })
  const temporary = ['client_body', 'proxy', 'fastcgi', 'scgi', 'uwsgi'].map((name) => {
    mkdirSync(join(folder, name))
    return `${name}_temp_path ${join(folder, name)};`
  })
  const isRoot = process.getuid?.() === 0
  const file = join(folder, 'nginx.conf')
  writeFileSync(
    file,
    `${isRoot ? 'user root;' : ''}
    daemon off; worker_processes 1; pid ${join(folder, 'nginx.pid')}; error_log stderr warn;
    events {}
    http { access_log off; ${temporary.join(' ')}\n${servers.join('\n')} }`,
  )
  const child = spawn(program, ['-p', folder, '-c', file, '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const exited = once(child, 'exit')
  const abandon = () => child.kill('SIGTERM')
  process.once('exit', abandon)
  void exited.then(() => process.off('exit', abandon))
  const ended = exited.then(() => {
    throw new Error(`nginx ended by itself:\n${said}`)
  })
  ended.catch(() => {})
  await Promise.race([listening(port), ended])
  return {
    stop: async () => {
      child.kill('SIGTERM')
      await exited
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function listening(port: number): Promise<void> {
  const isOpen = await new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('close', () => socket.destroy())
  })
  if (isOpen) return
  await new Promise((resolve) => setTimeout(resolve, 20))
  return listening(port)
}
