import 'server-only'
import { recordAudit } from '../../db/people/audit'
import { rolesWithSecondFactor, writeRolesWithSecondFactor } from '../../db/people/second-factors'
import type { Role } from '../../kernel/role'
import type { AdminScope } from '../scope'

/** The roles whose people must have a second factor. */
export const loadSecondFactorRule = (_: AdminScope): Promise<readonly Role[]> =>
  rolesWithSecondFactor()

/** Whoever has none is led to set it up at the next sign-in. Sessions that are open continue. */
export async function saveSecondFactorRule(
  { user }: AdminScope,
  { roles, now }: { roles: readonly Role[]; now: number },
): Promise<void> {
  await writeRolesWithSecondFactor(roles)
  const detail = { roles: roles.join(', ') }
  await recordAudit({ at: now, actorId: user.id, kind: 'second_factor_rule_changed', detail })
}
