import { text } from 'node:stream/consumers'
import { type Command, Option } from 'commander'
import { ROLES, type Role } from '../kernel/role'
import { CommandFailed } from './command-failed'
import { registerDelete } from './user-delete'
import { withDatabase } from './with-database'

type Options = {
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly zone: string
  readonly passwordStdin?: boolean
}

export function register(program: Command): void {
  const user = program.command('user').description('accounts')
  registerDelete(user)
  user
    .command('create')
    .description('create an account')
    .requiredOption('--email <address>', 'address to sign in with')
    .requiredOption('--name <name>', 'name shown to instructors')
    .addOption(
      new Option('--role <role>', 'role of the account').choices(ROLES).makeOptionMandatory(),
    )
    .option('--zone <zone>', 'IANA time zone', Intl.DateTimeFormat().resolvedOptions().timeZone)
    .option(
      '--password-stdin',
      'read the password from standard input (otherwise from STEPPE_PASSWORD)',
    )
    .action(async (options: Options) => {
      const password = options.passwordStdin
        ? (await text(process.stdin)).replace(/\r?\n$/, '')
        : process.env.STEPPE_PASSWORD
      if (!password) {
        throw new CommandFailed(
          'No password was given, so no account was created. Pass one with --password-stdin, or set STEPPE_PASSWORD.',
        )
      }
      const { email, name, role, zone } = options
      const { createUser } = await import('../server/people/create-user')
      const { wholeScope } = await import('../server/whole-scope')
      const account = { email, name, role, zone, password, now: Date.now() }
      await withDatabase(() => createUser(wholeScope(), account))
      console.log(`Created ${role} ${email}.`)
    })
}
