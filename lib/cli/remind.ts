import type { Command } from 'commander'
import { withDatabase } from './with-database'

export function register(program: Command): void {
  program
    .command('remind')
    .description(
      'run once the jobs that a running server repeats: send reminders, store forecasts, and so on',
    )
    .action(async () => {
      const { runJobs } = await import('../server/operate/daily-jobs')
      const { mailerFromEnvironment } = await import('../server/reminder/mailer')
      const { wholeScope } = await import('../server/whole-scope')
      const told = await withDatabase(() =>
        runJobs(wholeScope(), { now: Date.now(), mailer: mailerFromEnvironment() }),
      )
      for (const { name, did } of told) console.log(`${name}: ${did}`)
      if (told.length === 0) console.log('There was nothing to do.')
      if (told.some(({ did }) => did === 'failed')) process.exitCode = 1
    })
}
