import type { Command } from 'commander'
import type { LogReport } from '../server/operate/check-log'
import { CommandFailed } from './command-failed'
import { withDatabase } from './with-database'

const SHOWN = 20

export function register(program: Command): void {
  const log = program.command('log').description('the review log')
  log
    .command('check')
    .description(
      'compute cards and study days from the log again and compare them with the stored ones',
    )
    .option('--repair', 'replace stored cards and study days that differ from the log')
    .action(async ({ repair }: { repair?: boolean }) => {
      const { checkLog } = await import('../server/operate/check-log')
      const { wholeScope } = await import('../server/whole-scope')
      const report = await withDatabase(() =>
        checkLog(wholeScope(), repair === true ? { repair, now: Date.now() } : { repair: false }),
      )
      printLogReport(report, repair === true)
    })
}

/** Throws CommandFailed when there are differences that were not repaired. */
export function printLogReport(report: LogReport, repaired: boolean): void {
  const { users, events, cards, differences } = report
  console.log(
    `${users} people, ${events} events, ${cards} cards, ${differences.length} differences`,
  )
  for (const { email, what, stored, folded } of differences.slice(0, SHOWN)) {
    console.log(`${email} ${what}\n  stored ${stored}\n  log    ${folded}`)
  }
  if (differences.length > SHOWN) console.log(`... and ${differences.length - SHOWN} more`)
  if (differences.length === 0) return
  if (repaired) console.log('Repaired: cards and study days now agree with the log.')
  else
    throw new CommandFailed(
      'The log is the truth. `steppe log check --repair` rewrites cards and study days from it.',
    )
}
