import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Command } from 'commander'
import { CommandFailed } from './command-failed'
import { withDatabase } from './with-database'

export function register(program: Command): void {
  const backup = program
    .command('backup')
    .description('write everything that people entered into one file, while the server goes on')
    .argument('<file>', 'where to write it, such as steppe-2026-11-29.sql.gz')
    .action(async (file: string) => {
      const { backupByCommand } = await import('../server/backup/backup-by-command')
      const { formatBytes } = await import('../kernel/size')
      const path = resolve(file)
      const { rows, tables, bytes, tookMs } = await withDatabase((whole) =>
        backupByCommand(whole, { url: process.env.DATABASE_URL ?? '', path, clock: Date.now }),
      )
      console.log(
        `Wrote ${file}: ${rows} rows of ${tables} tables, ${formatBytes(bytes)}, in ${seconds(tookMs)}. ` +
          'The key that signs the cookies is not in it.',
      )
    })

  backup
    .command('verify')
    .description('restore a backup for trial into a database of its own, and check its log')
    .argument('<file>', 'a file of `steppe backup`')
    .action(async (file: string) => {
      const { noteTrialRestore } = await import('../server/backup/trial')
      const startedAt = Date.now()
      // In a process of its own, because a process has one database.
      const url = process.env.STEPPE_TRIAL_DATABASE_URL ?? ''
      const failure = await failureOf(['restore', resolve(file)], { DATABASE_URL: url })
      const at = Date.now()
      const tookMs = at - startedAt
      await withDatabase((whole) =>
        noteTrialRestore(whole, { path: resolve(file), at, tookMs, failure }),
      )
      if (failure !== null) throw new CommandFailed(`${file} does not pass its trial: ${failure}`)
      console.log(`${file} was restored for trial in ${seconds(tookMs)}, and its log is in order.`)
    })
}

/** Runs another command of this program. Its complaint, or null when it went well. */
async function failureOf(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<string | null> {
  const [, program = ''] = process.argv
  const child = spawn(process.execPath, [...process.execArgv, program, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  const [complaint, [code]] = await Promise.all([text(child.stderr), once(child, 'close')])
  process.stderr.write(complaint)
  return code === 0 ? null : complaint.replace(/^(Restoring|Checking) .*\n/gm, '').trim()
}

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
