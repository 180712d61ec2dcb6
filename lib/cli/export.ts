import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Command, Option } from 'commander'
import type { WholeScope } from '../server/whole-scope'
import { withDatabase } from './with-database'

type CohortOption = { readonly cohort?: string }

export function register(program: Command): void {
  const all = program
    .command('export')
    .description('export what people have learned, for other programs')

  withFile(all.command('csv'))
    .description('export a table of the instructors’ pages as CSV')
    .addOption(new Option('--table <name>', 'which table').default('people'))
    .action((file: string, { cohort, table }: CohortOption & { table: string }) =>
      write(file, async (whole) => {
        const { isTableName, TABLES } = await import('../server/export/tables/all')
        if (!isTableName(table)) {
          const { CommandFailed } = await import('./command-failed')
          const names = Object.keys(TABLES).join(', ')
          throw new CommandFailed(`There is no table ${table}. Choose one of these: ${names}.`)
        }
        const { everyTable } = await import('../server/export/export-everything')
        return everyTable(whole, { cohort: cohort ?? null, table, now: Date.now() })
      }),
    )

  withFile(all.command('xapi'))
    .description('xAPI 1.0.3 statements: answered, completed, passed, failed (set STEPPE_URL)')
    .action((file: string, { cohort }: CohortOption) =>
      write(file, async (whole) => {
        const { everyXapi } = await import('../server/export/export-everything')
        return everyXapi(whole, { cohort: cohort ?? null, now: Date.now() })
      }),
    )

  withFile(all.command('revlog'))
    .description('the review log in the format that FSRS optimisers train on, without names')
    .option('--person <email>', 'only this person; card ids are then the ids of the questions')
    .action((file: string, { cohort, person }: CohortOption & { person?: string }) =>
      write(file, async (whole) => {
        const { everyRevlog, revlogOfPerson } = await import('../server/export/export-everything')
        return person === undefined
          ? everyRevlog(whole, { cohort: cohort ?? null, now: Date.now() })
          : revlogOfPerson(whole, { email: person, now: Date.now() })
      }),
    )
}

const withFile = (command: Command): Command =>
  command
    .argument('<file>', 'where to write it')
    .option('--cohort <id>', 'only the analysts of this cohort (all analysts if not given)')

/** The file has a temporary name until it is complete. */
async function write(
  file: string,
  open: (whole: WholeScope) => Promise<AsyncIterable<string>>,
): Promise<void> {
  const part = `${file}.part`
  await withDatabase(async (whole) => {
    const texts = await open(whole)
    try {
      await pipeline(Readable.from(texts), createWriteStream(part))
      await rename(part, file)
    } finally {
      await rm(part, { force: true })
    }
  })
  console.log(`Wrote ${file}.`)
}
