import { type Command, InvalidArgumentError } from 'commander'
import { withDatabase } from './with-database'

/** Nobody reads hundreds of addresses. */
const LISTED = 15

export function register(program: Command): void {
  program
    .command('demo')
    .description('fill an empty database with analysts and months of simulated reviews')
    .option('--learners <n>', 'analysts; from 60 on in three cohorts', wholeNumber, 12)
    .option('--days <n>', 'study days behind them', wholeNumber, 60)
    .option('--seed <n>', 'the same seed makes the same people', wholeNumber, 1)
    .action(async (options: { learners: number; days: number; seed: number }) => {
      const begun = Date.now()
      const onLearner = (done: number, of: number) => {
        if (done % Math.max(1, Math.round(of / 20)) === 0 || done === of) {
          console.error(`Analyst ${done} of ${of}`)
        }
      }
      const { DEMO_PASSWORD, runDemo } = await import('../server/run-demo')
      const { logins, events } = await withDatabase(() =>
        runDemo({ ...options, now: begun, onLearner }),
      )
      console.error(`${events} events in ${Math.round((Date.now() - begun) / 1000)} s`)
      console.log(`Everybody's password is ${DEMO_PASSWORD}`)
      for (const { email, role } of logins.slice(0, LISTED)) {
        console.log(`  ${role.padEnd(10)}  ${email}`)
      }
      if (logins.length > LISTED) console.log(`  and ${logins.length - LISTED} more`)
    })
}

function wholeNumber(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError('It must be a whole number from 1.')
  return number
}
