import { createInterface } from 'node:readline/promises'
import { type Command, Option } from 'commander'
import { addressForm } from '../../account/address'
import { CERTIFICATE_CHOICES, type CertificateChoice, type Deletion } from '../../account/deletion'
import { CommandFailed } from '../command-failed'
import { withDatabase } from '../with-database'

type Options = {
  readonly email: string
  readonly erase?: boolean
  readonly certificates: CertificateChoice
  readonly dryRun?: boolean
  readonly yes?: boolean
}

/** `steppe user delete`: says what will happen, asks where somebody can answer, and does it. */
export function registerDelete(user: Command): void {
  user
    .command('delete')
    .description('delete an account; its answers stay in the log without a name unless --erase')
    .requiredOption('--email <address>', 'address of the account')
    .option('--erase', 'delete the answers as well')
    .addOption(
      new Option('--certificates <choice>', 'what becomes of valid certificates')
        .choices(CERTIFICATE_CHOICES)
        .default('keep'),
    )
    .option('--dry-run', 'only say what would happen')
    .option('--yes', 'do not ask')
    .action(async ({ email, erase, certificates, dryRun, yes }: Options) => {
      const deletion: Deletion = { mode: erase ? 'erase' : 'anonymise', certificates }
      const { accountByAddress } = await import('../../server/people/account-keeper')
      const verbs = await import('../../server/people/delete-account')
      await withDatabase(async (whole) => {
        const { id: userId } = await accountByAddress(whole, email)
        const words = await verbs.describeDeletion(whole, { userId, ...deletion })
        console.log(words.join('\n'))
        if (dryRun) return console.log('This was a dry run: nothing was deleted.')
        if (!yes && process.stdin.isTTY) await confirm(email)
        await verbs.deleteAccount(whole, { userId, ...deletion, now: Date.now() })
        console.log(`The account ${email} is deleted.`)
      })
    })
}

/** Asks only at a terminal: a script that names the command has decided. */
async function confirm(email: string): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question('Type the address of the account to delete it: ')
  terminal.close()
  if (addressForm(answer) === addressForm(email)) return
  throw new CommandFailed('The address was not typed as it is, so nothing was deleted.')
}
