import type { Command } from 'commander'
import { CommandFailed } from './command-failed'
import { withDatabase } from './with-database'

const MARKS = { weak: 'WEAK', note: 'note', good: 'good' } as const

export function register(program: Command): void {
  program
    .command('security')
    .description('how this installation is configured')
    .command('check')
    .description(
      'say what is weak, why it matters and what to do; run it with the environment of the server',
    )
    .action(async () => {
      const { loadSecurity } = await import('../server/operate/load-security')
      const judged = await withDatabase((whole) => loadSecurity(whole, { now: Date.now() }))
      for (const each of judged) {
        console.log(`${MARKS[each.is]}  ${each.subject}: ${each.found}`)
        if (each.is !== 'good') console.log(`      ${each.why}\n      To do: ${each.remedy}`)
      }
      const weak = judged.filter(({ is }) => is === 'weak').length
      if (weak > 0) {
        throw new CommandFailed(
          `${weak} of ${judged.length} subjects are weak. Nothing was changed.`,
        )
      }
    })
}
