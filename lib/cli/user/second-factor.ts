import type { Command } from 'commander'
import { withAccount } from './with-account'

type Options = { readonly email: string }

export function registerSecondFactor(user: Command): void {
  user
    .command('second-factor-remove')
    .description('remove the second factor of somebody who lost the app and the recovery codes')
    .requiredOption('--email <address>', 'address of the account')
    .action(async ({ email }: Options) => {
      const said = await withAccount(email, async (whole, account) => {
        const { removeSecondFactor } = await import('../../server/people/second-factor')
        await removeSecondFactor(whole, { userId: account.id, now: Date.now() })
        return `The second factor of ${account.email} is removed. The password alone is enough now.`
      })
      console.log(said)
    })
}
