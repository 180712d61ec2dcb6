import { execFileSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'
import type { Client } from 'pg'

/** Where and of what the figures are: they are for one machine in one run. */
export type Machine = {
  readonly at: string
  readonly commit: string
  readonly node: string
  readonly postgres: string
  readonly platform: string
  readonly cpus: number
  readonly cpu: string
  readonly memoryGB: number
}

export async function machineOf(db: Client, node: string): Promise<Machine> {
  const text = (command: string, ...args: string[]) =>
    execFileSync(command, args, { encoding: 'utf8' }).trim()
  const { rows } = await db.query<{ server_version: string }>('SHOW server_version')
  return {
    at: new Date().toISOString(),
    commit: commit(),
    node: text(node, '--version'),
    postgres: rows[0]?.server_version ?? '',
    platform: `${process.platform} ${process.arch}`,
    cpus: cpus().length,
    cpu: cpus()[0]?.model ?? '',
    memoryGB: Math.round(totalmem() / 2 ** 30),
  }
}

/** `+` after it: the checkout has changes that are not committed. */
function commit(): string {
  try {
    const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim()
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') === '' ? '' : '+')
  } catch {
    return 'unknown'
  }
}
