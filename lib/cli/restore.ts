import { resolve } from 'node:path'
import type { Command } from 'commander'
import { seconds } from './backup'
import { migrationsFolder } from './folders'
import { printLogReport } from './log'
import { withDatabase } from './with-database'

export function register(program: Command): void {
  program
    .command('restore')
    .description('make an empty database what it was when the backup was made, and check its log')
    .argument('<file>', 'a file of `steppe backup`')
    .option('--replace', 'delete everything that the database contains, and put the backup there')
    .action(async (file: string, { replace = false }: { replace?: boolean }) => {
      const { restoreBackup } = await import('../server/backup/restore-backup')
      const { checkRestored } = await import('../server/operate/check-restored')
      await withDatabase(async (whole) => {
        const now = Date.now()
        const { program: version, ...restored } = await restoreBackup(whole, {
          url: process.env.DATABASE_URL ?? '',
          path: resolve(file),
          migrations: migrationsFolder(),
          replace,
          now,
          onTable: (name) => console.error(`Restoring ${name}...`),
        })
        console.log(
          `Restored ${restored.rows} rows of ${restored.tables} tables in ${seconds(Date.now() - now)}, ` +
            `as they were at ${new Date(restored.madeAt).toISOString()} in Steppe ${version}. ` +
            'Everybody has to sign in again.',
        )
        console.error('Checking the log...')
        printLogReport(await checkRestored(whole, restored, Date.now()), false)
      })
    })
}
