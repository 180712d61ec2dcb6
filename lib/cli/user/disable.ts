import type { Command } from 'commander'
import { withAccount } from './with-account'

type Options = { readonly email: string }

export function registerDisable(user: Command): void {
  user
    .command('disable')
    .description('end all sign-in sessions of an account and let nobody sign in to it')
    .requiredOption('--email <address>', 'address of the account')
    .action(async ({ email }: Options) => {
      const said = await withAccount(email, async (whole, account) => {
        const { disableAccount } = await import('../../server/people/disable-account')
        const outcome = await disableAccount(whole, { userId: account.id, now: Date.now() })
        return outcome === 'unchanged'
          ? `${account.email} was already disabled. Nothing was changed.`
          : `${account.email} is disabled and signed out everywhere. What ${account.name} learned is kept. To undo this, use \`steppe user enable\`.`
      })
      console.log(said)
    })
}

export function registerEnable(user: Command): void {
  user
    .command('enable')
    .description('let the person of a disabled account sign in again')
    .requiredOption('--email <address>', 'address of the account')
    .action(async ({ email }: Options) => {
      const said = await withAccount(email, async (whole, account) => {
        const { enableAccount } = await import('../../server/people/disable-account')
        const outcome = await enableAccount(whole, { userId: account.id, now: Date.now() })
        return outcome === 'unchanged'
          ? `${account.email} is not disabled. Nothing was changed.`
          : `${account.email} is enabled. ${account.name} can sign in with the same password as before.`
      })
      console.log(said)
    })
}
