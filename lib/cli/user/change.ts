import { type Command, Option } from 'commander'
import { ROLES, type Role } from '../../kernel/role'
import { CommandFailed } from '../command-failed'
import { withAccount } from './with-account'

type Options = {
  readonly email: string
  readonly name?: string
  readonly emailNew?: string
  readonly role?: Role
}

export function registerChange(user: Command): void {
  user
    .command('change')
    .alias('rename')
    .description('change the name, the address or the role of an account')
    .requiredOption('--email <address>', 'present address of the account')
    .option('--name <name>', 'new name')
    .option('--email-new <address>', 'new address to sign in with')
    .addOption(new Option('--role <role>', 'new role').choices(ROLES))
    .action(async ({ email, name, emailNew, role }: Options) => {
      if (name === undefined && emailNew === undefined && role === undefined) {
        throw new CommandFailed(
          'Nothing was changed, because no change was named. Add --name, --email-new or --role.',
        )
      }
      const change = {
        ...(name !== undefined && { name }),
        ...(emailNew !== undefined && { email: emailNew }),
        ...(role !== undefined && { role }),
      }
      const lines = await withAccount(email, async (whole, account) => {
        const { accountOf } = await import('../../server/people/account-keeper')
        const { changeAccount } = await import('../../server/people/change-account')
        const input = { userId: account.id, change, now: Date.now() }
        const { changed, left } = await changeAccount(whole, input)
        if (!changed) return [`${account.email} is already like that. Nothing was changed.`]
        const present = await accountOf(whole, account.id)
        return [
          `Changed: ${present.name}, ${present.email}, ${present.role}.`,
          ...left.map(leftCohort),
        ]
      })
      console.log(lines.join('\n'))
    })
}

const leftCohort = ({ name, hasOther }: { name: string; hasOther: boolean }): string =>
  hasOther
    ? `They no longer instruct “${name}”.`
    : `They no longer instruct “${name}”, which now has no instructor. An administrator can invite one on its page.`
