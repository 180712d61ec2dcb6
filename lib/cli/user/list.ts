import type { Command } from 'commander'
import { withDatabase } from '../with-database'

export function registerList(user: Command): void {
  user
    .command('list')
    .description('list all accounts: address, role, whether disabled, and name')
    .action(async () => {
      const { listAccounts } = await import('../../server/people/list-accounts')
      const accounts = await withDatabase(listAccounts)
      if (accounts.length === 0) {
        console.log('There is no account yet.')
        return
      }
      const rows = accounts.map(({ email, role, disabled, name }) => [
        email,
        role,
        disabled ? 'disabled' : 'active',
        name,
      ])
      console.log(aligned(rows).join('\n'))
    })
}

/** Columns under one another. The last one is not padded. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>(
    (most, row) => row.map((cell, i) => Math.max(most[i] ?? 0, cell.length)),
    [],
  )
  return rows.map((row) =>
    row.map((cell, i) => (i < row.length - 1 ? cell.padEnd(widths[i] ?? 0) : cell)).join('  '),
  )
}
