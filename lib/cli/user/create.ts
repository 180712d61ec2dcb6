import { type Command, InvalidArgumentError, Option } from 'commander'
import { ROLES, type Role } from '../../kernel/role'
import { isZone } from '../../kernel/study-day'
import { CommandFailed } from '../command-failed'
import { withDatabase } from '../with-database'
import { givenPassword } from './given-password'

type Options = {
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly zone: string
  readonly passwordStdin?: boolean
}

export function registerCreate(user: Command): void {
  user
    .command('create')
    .description('create an account')
    .requiredOption('--email <address>', 'address to sign in with')
    .requiredOption('--name <name>', 'name shown to instructors')
    .addOption(
      new Option('--role <role>', 'role of the account').choices(ROLES).makeOptionMandatory(),
    )
    .option(
      '--zone <zone>',
      'IANA time zone',
      knownZone,
      Intl.DateTimeFormat().resolvedOptions().timeZone,
    )
    .option(
      '--password-stdin',
      'read the password from standard input (otherwise from STEPPE_PASSWORD)',
    )
    .action(async ({ email, name, role, zone, passwordStdin }: Options) => {
      const password = await givenPassword(passwordStdin)
      if (password === null) {
        throw new CommandFailed(
          'No password was given, so no account was created. Pass one with --password-stdin, or set STEPPE_PASSWORD.',
        )
      }
      const { createUser } = await import('../../server/people/create-user')
      const account = { email, name, role, zone, password, now: Date.now() }
      await withDatabase((whole) => createUser(whole, account))
      console.log(`Created ${role} ${email}.`)
    })
}

/** Said before a database is opened. */
function knownZone(zone: string): string {
  if (isZone(zone)) return zone
  throw new InvalidArgumentError('This is no time zone. Give a name such as Europe/Vienna.')
}
