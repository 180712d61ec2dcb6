import { randomBytes } from 'node:crypto'
import type { Command } from 'commander'
import { CommandFailed } from './command-failed'
import { withDatabase } from './with-database'

type Asked = { readonly sql?: boolean; readonly owner: string; readonly application: string }

export function register(program: Command): void {
  program
    .command('database')
    .description('the database')
    .command('roles')
    .description(
      'make an owner of the tables and a role for the web server, which cannot rewrite log and audit',
    )
    .option('--sql', 'print the statements instead of running them')
    .option('--owner <name>', 'the role that owns the tables', 'steppe')
    .option('--application <name>', 'the role of the web server', 'steppe_app')
    .action(async ({ sql = false, owner, application }: Asked) => {
      const url = process.env.DATABASE_URL
      const other = process.env.STEPPE_APPLICATION_DATABASE_URL
      if (!sql && other !== undefined && other !== url) {
        throw new CommandFailed(
          'This installation uses two roles already. Nothing was changed.\n' +
            'The Postgres that Steppe runs itself has both from the beginning.',
        )
      }
      const { describeRoles, makeRoles } = await import('../server/operate/database-roles')
      const roles = {
        ...{ owner, ownerPassword: newPassword() },
        ...{ application, applicationPassword: newPassword() },
      }
      const { wholeScope } = await import('../server/whole-scope')
      const made = sql
        ? describeRoles(wholeScope(), url ?? 'postgresql://HOST:5432/steppe', roles)
        : await withDatabase((whole) => makeRoles(whole, url ?? '', roles))
      if (sql) console.log(made.sql)
      const start = sql ? '-- ' : ''
      console.log(
        [
          sql
            ? 'Run this in the database of Steppe, as somebody who may make roles. Then start Steppe with:'
            : 'The roles are made, and the tables belong to the owner. Start every process of Steppe with:',
          `STEPPE_OWNER_DATABASE_URL=${made.ownerUrl}`,
          `DATABASE_URL=${made.applicationUrl}`,
          'These passwords are shown once. Keep them where only Steppe reads them.',
        ]
          .map((line) => `${start}${line}`)
          .join('\n'),
      )
    })
}

/** Needs no escaping in an address. */
const newPassword = (): string => randomBytes(24).toString('base64url')
