import { type Command, InvalidArgumentError } from 'commander'
import { withDatabase } from './with-database'

export function register(program: Command): void {
  program
    .command('demo')
    .description('fill an empty database with a cohort and weeks of simulated reviews')
    .option('--learners <n>', 'analysts in the cohort', wholeNumber, 12)
    .option('--days <n>', 'study days behind them', wholeNumber, 60)
    .option('--seed <n>', 'the same seed makes the same people', wholeNumber, 1)
    .action(async (options: { learners: number; days: number; seed: number }) => {
      const onDay = (day: number, days: number) => {
        if (day % 10 === 0) console.error(`Simulating day ${day} of ${days}`)
      }
      const { DEMO_PASSWORD, runDemo } = await import('../server/run-demo')
      const logins = await withDatabase(() => runDemo({ ...options, now: Date.now(), onDay }))
      console.log(`Everybody's password is ${DEMO_PASSWORD}`)
      for (const { email, role } of logins) console.log(`  ${role.padEnd(10)}  ${email}`)
    })
}

function wholeNumber(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError('It must be a whole number from 1.')
  return number
}
