import 'server-only'
import { type ProviderPerson, roleOfGroups } from '../../account/provider-claims'
import type { User } from '../../db/people/users'
import { AppError } from '../../kernel/app-error'
import type { Role } from '../../kernel/role'
import { writeChange } from './change-account'
import type { ProviderSettings } from './provider-settings'

/**
 * The role that somebody's groups at the provider give; null where groups give no roles. Throws
 * not_allowed for somebody in none of these groups.
 */
export function roleNow(
  { groups }: Pick<ProviderPerson, 'groups'>,
  { roles, name }: ProviderSettings,
): Role | null {
  if (roles.length === 0) return null
  const role = roleOfGroups(groups, roles)
  if (role !== null) return role
  throw new AppError(
    'not_allowed',
    `Your account at ${name} is in no group that may use Steppe. Nothing was changed. Ask an administrator.`,
  )
}

/**
 * Gives an account the role that its groups say now. The only administrator who can sign in remains one:
 * otherwise nobody could look after the accounts.
 */
export async function renewRole(user: User, role: Role | null, now: number): Promise<void> {
  if (role === null) return
  try {
    await writeChange(user, { role }, { actorId: null, now })
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'last_admin')) throw error
    console.error(
      `The groups of the account ${user.id} at the sign-in provider give the role ${role}. It is the only administrator who can sign in and remains one. Make somebody else an administrator.`,
    )
  }
}
