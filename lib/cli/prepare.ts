import type { Command } from 'commander'
import { CommandFailed } from './command-failed'
import { contentFolder, migrationsFolder } from './folders'
import { withDatabase } from './with-database'

/** For `npm start`: updates the database and prints how to start. */
export function register(program: Command): void {
  program
    .command('prepare', { hidden: true })
    .option('--json', 'print one line of JSON')
    .option('--compiled <hash>', 'the catalogue that the files of the course are known to make')
    .action(async ({ compiled = null }: { compiled?: string | null }) => {
      const { prepareDatabase } = await import('../server/operate/prepare-database')
      const { wholeScope } = await import('../server/whole-scope')
      const url = process.env.DATABASE_URL ?? ''
      const applicationUrl = process.env.STEPPE_APPLICATION_DATABASE_URL
      const folders = { migrations: migrationsFolder(), course: contentFolder() }
      const { published, setupPath } = await withDatabase(() =>
        prepareDatabase(wholeScope(), {
          url,
          ...(applicationUrl && { applicationUrl }),
          ...folders,
          compiled,
          secret: process.env.AUTH_SECRET ?? '',
          now: Date.now(),
          onMigration: (name) =>
            console.error(
              `Changing the database for this version (${name}). With millions of answers this takes minutes. Leave it running.`,
            ),
          onWait: () =>
            console.error(
              'Another process of Steppe is preparing this database. This one goes on when it has ended.',
            ),
        }),
      )
      if (published.outcome === 'faulty') {
        const faults = published.faults.map(
          ({ file, line, message }) => `${file}:${line} ${message}`,
        )
        console.error(faults.join('\n'))
        if (published.version === null) {
          throw new CommandFailed(
            'The course has faults, and no earlier version is published. Correct the faults and start again.',
          )
        }
        console.error(`The course has faults, so version ${published.version} stays in use.`)
      }
      if (published.outcome === 'kept' && published.heldBack !== null) {
        console.error(published.heldBack)
      }
      const { outcome, version } = published
      const hash = 'hash' in published ? published.hash : null
      console.log(JSON.stringify({ published: outcome, version, hash, setupPath }))
    })
}
