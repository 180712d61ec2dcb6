import type { Command } from 'commander'
import { isPartialDate } from '../course/partial-date'
import { CommandFailed } from './command-failed'
import { withDatabase } from './with-database'

type Options = {
  readonly reason: string
  readonly date: string
  readonly retire?: true
  readonly retest?: true
  readonly dryRun?: true
}

export function registerRetract(course: Command): void {
  course
    .command('retract')
    .description('withdraw a source or a fact, and say which questions and people that touches')
    .argument('<id>', 'the id of a source or of a fact')
    .requiredOption('--reason <text>', 'why, as analysts will read it')
    .requiredOption('--date <date>', 'when it was withdrawn: 2007, 2007-06 or 2007-06-17')
    .option('--retire', 'stop asking the questions that rest on it alone')
    .option('--retest', 'ask again soon what rests on something else too')
    .option('--dry-run', 'only list what it touches')
    .action(async (id: string, options: Options) => {
      const { reason, date } = options
      if (!isPartialDate(date)) {
        throw new CommandFailed(
          `“${date}” is not a date. Write 2007, 2007-06 or 2007-06-17. Nothing was changed.`,
        )
      }
      if (reason.trim() === '') {
        throw new CommandFailed('Give a reason, as analysts will read it. Nothing was changed.')
      }
      const asked = {
        ...{ id, reason: reason.trim(), date, now: Date.now() },
        retire: options.retire === true,
        retest: options.retest === true,
        dryRun: options.dryRun === true,
      }
      const { retractByCommand } = await import('../server/course/describe-retraction')
      const { askToRelearn } = await import('../server/operate/ask-to-relearn')
      const said = await withDatabase(async (whole) => {
        const words = await retractByCommand(whole, asked)
        await askToRelearn(whole, asked.now)
        return words
      })
      console.log(said)
    })
}
