import type { Command } from 'commander'
import { givenPassword } from './given-password'
import { withAccount } from './with-account'

type Options = { readonly email: string; readonly passwordStdin?: boolean }

export function registerPassword(user: Command): void {
  user
    .command('password')
    .description('set a new password, or print a link with which the person sets one')
    .requiredOption('--email <address>', 'address of the account')
    .option(
      '--password-stdin',
      'read the password from standard input (otherwise from STEPPE_PASSWORD); without one, a link that works once is printed',
    )
    .action(async ({ email, passwordStdin }: Options) => {
      const password = await givenPassword(passwordStdin)
      const said = await (password === null ? makeLink(email) : setTo(email, password))
      console.log(said)
    })
}

const setTo = (email: string, password: string): Promise<string> =>
  withAccount(email, async (whole, account) => {
    const { setPassword } = await import('../../server/people/set-password')
    await setPassword(whole, { userId: account.id, password, now: Date.now() })
    const said = `The password of ${account.email} is changed. All sign-in sessions of the account have ended.`
    return account.disabled ? `${said} The account is still disabled.` : said
  })

const makeLink = (email: string): Promise<string> =>
  withAccount(email, async (whole, account) => {
    const verbs = await import('../../server/people/make-password-link')
    const link = await verbs.makePasswordLink(whole, { userId: account.id, now: Date.now() })
    const address = verbs.passwordLinkAddress(link.code)
    const where = address.startsWith('/')
      ? `${address} (put the address of your Steppe before it)`
      : address
    return [
      `A link with which ${account.name} can set a new password. It works once, within 24 hours, and replaces any earlier link:`,
      where,
    ].join('\n')
  })
