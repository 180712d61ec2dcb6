import 'server-only'
import { withOneClient } from '../../db/connection/with-one-client'
import { type DatabaseRoles, roleStatements } from '../../db/operate/role-statements'
import { AppError } from '../../kernel/app-error'
import type { WholeScope } from '../whole-scope'

/** What to run as somebody who may make roles, and the addresses that Steppe is then started with. */
export type RolesMade = {
  readonly sql: string
  readonly ownerUrl: string
  readonly applicationUrl: string
}

/** `url` leads to the database of Steppe, and is only read. */
export function describeRoles(_: WholeScope, url: string, roles: DatabaseRoles): RolesMade {
  return {
    sql: roleStatements(roles),
    ownerUrl: withUser(url, roles.owner, roles.ownerPassword),
    applicationUrl: withUser(url, roles.application, roles.applicationPassword),
  }
}

/** Does it as the role of `url`. Throws not_allowed, with nothing changed, when that one may not. */
export async function makeRoles(
  whole: WholeScope,
  url: string,
  roles: DatabaseRoles,
): Promise<RolesMade> {
  const made = describeRoles(whole, url, roles)
  try {
    await withOneClient(url, 'roles', (client) => client.query(made.sql))
  } catch (error) {
    throw new AppError(
      'not_allowed',
      `The roles were not made: ${error instanceof Error ? error.message : error}. Nothing was changed.\n` +
        'Name in DATABASE_URL somebody who may make roles and owns the tables, such as postgres, or let an administrator of the database run what “npx steppe database roles --sql” prints.',
    )
  }
  return made
}

function withUser(url: string, user: string, password: string): string {
  const address = new URL(url)
  address.username = encodeURIComponent(user)
  address.password = encodeURIComponent(password)
  return address.href
}
