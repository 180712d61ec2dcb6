import { execFileSync } from 'node:child_process'
import { appendFileSync, chmodSync, chownSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryPostgres } from './temporary-postgres'
import { withClient } from './with-client'

type Primary = Awaited<ReturnType<typeof temporaryPostgres>>

/**
 * A hot standby that follows `primary` by streaming replication, made from a base backup of the
 * running server. The binaries of npm have no pg_basebackup, so the files are copied between
 * pg_backup_start and pg_backup_stop.
 */
export const standbyOf = (primary: Primary) =>
  temporaryPostgres((dataDir) =>
    withClient(primary.adminUrl, async (admin) => {
      await admin.query("select pg_backup_start('standby', fast => true)")
      // Under root the server runs as somebody else, who must reach the files.
      chmodSync(dataDir, 0o755)
      const to = join(dataDir, 'postgres-18')
      execFileSync('cp', ['-a', join(primary.home, 'postgres-18'), to])
      const { rows } = await admin.query<{ label: string }>(
        'select labelfile as label from pg_backup_stop(wait_for_archive => false)',
      )
      rmSync(join(to, 'postmaster.pid'), { force: true })
      const { uid, gid } = statSync(to)
      for (const [name, text] of [
        ['backup_label', rows[0]?.label ?? ''],
        ['standby.signal', ''],
      ] as const) {
        writeFileSync(join(to, name), text)
        chownSync(join(to, name), uid, gid)
      }
      const from = new URL(primary.adminUrl)
      const host = from.searchParams.get('host') ?? from.hostname
      appendFileSync(
        join(to, 'postgresql.auto.conf'),
        `primary_conninfo = 'host=${host} port=${from.port} user=${from.username} password=${from.password}'\n`,
      )
    }),
  )
