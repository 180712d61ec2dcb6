import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { withDatabase } from './with-database'

type Options = {
  readonly learners: number
  readonly days: number
  readonly seed: number
  readonly share?: { readonly index: number; readonly of: number }
}

/** From this number of analysts on, two processes share the work, because one core is too slow. */
const MANY = 60
/** At most this many accounts are listed, because nobody reads a list of hundreds. */
const LISTED = 15

export function register(program: Command): void {
  program
    .command('demo')
    .description('fill an empty database with analysts and months of simulated reviews')
    .option(
      '--learners <n>',
      'number of analysts; 60 or more are spread over three cohorts',
      wholeNumber,
      12,
    )
    .option('--days <n>', 'study days of simulated reviews', wholeNumber, 60)
    .option('--seed <n>', 'the same seed makes the same people', wholeNumber, 1)
    .addOption(
      new Option('--share <n/of>', 'the share of the analysts to fill')
        .argParser(shareOf)
        .hideHelp(),
    )
    .action(async (options: Options) => {
      const begun = Date.now()
      const onLearner = (done: number, of: number) => {
        if (done % Math.max(1, Math.round(of / 20)) === 0 || done === of) {
          console.error(`Analyst ${done} of ${of}`)
        }
      }
      const { DEMO_PASSWORD, prepareDemo, runDemo } = await import('../server/demo/run-demo')
      const { share, ...plan } = options
      const { logins, events } = await withDatabase(async (whole) => {
        if (share) return runDemo(whole, { ...plan, share, now: begun, onLearner: () => {} })
        if (plan.learners < MANY || availableParallelism() < 2) {
          return runDemo(whole, { ...plan, now: begun, onLearner })
        }
        await prepareDemo(whole, { ...plan, now: begun })
        const second = anotherProcess(['--share', '1/2'])
        const half = { index: 0, of: 2 }
        const [first] = await Promise.all([
          runDemo(whole, { ...plan, share: half, now: begun, onLearner }),
          second,
        ])
        return first
      })
      console.error(`${events} events in ${Math.round((Date.now() - begun) / 1000)} s`)
      if (share) return
      console.log(`Everybody's password is ${DEMO_PASSWORD}`)
      for (const { email, role } of logins.slice(0, LISTED)) {
        console.log(`  ${role.padEnd(10)}  ${email}`)
      }
      if (logins.length > LISTED) console.log(`  and ${logins.length - LISTED} more`)
    })
}

/** Runs this command once more with the arguments `more`. Rejects when it fails. */
function anotherProcess(more: readonly string[]): Promise<void> {
  const args = [...process.execArgv, ...process.argv.slice(1), ...more]
  return new Promise((done, failed) => {
    spawn(process.execPath, args, { stdio: 'inherit' })
      .on('error', failed)
      .on('exit', (code) =>
        code === 0 ? done() : failed(new Error('The second process did not finish its half.')),
      )
  })
}

/** `1/2` means the second half. */
function shareOf(value: string): { index: number; of: number } {
  const [index = 0, of = 1] = value.split('/').map(Number)
  return { index, of }
}

function wholeNumber(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError('It must be a whole number, 1 or more.')
  return number
}
