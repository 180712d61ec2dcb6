import type { Command } from 'commander'
import { withDatabase } from './with-database'

export function register(program: Command): void {
  program
    .command('remind')
    .description('do once what a running server does by itself: send what is due, and the like')
    .action(async () => {
      const { runJobs } = await import('../server/operate/daily-jobs')
      const { mailerFromEnvironment } = await import('../server/reminder/mailer')
      const { wholeScope } = await import('../server/whole-scope')
      const told = await withDatabase(() =>
        runJobs(wholeScope(), { now: Date.now(), mailer: mailerFromEnvironment() }),
      )
      for (const { name, did } of told) console.log(`${name}: ${did}`)
      if (told.length === 0) console.log('Nothing was to be done.')
      if (told.some(({ did }) => did === 'failed')) process.exitCode = 1
    })
}
