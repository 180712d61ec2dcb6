import { outranks, type Role } from '../kernel/role'

/** What a provider says of somebody. */
type Claims = Readonly<Record<string, unknown>>

/** A group of the provider and the role that it gives. */
export type GroupRole = readonly [group: string, role: Role]

/** Somebody at a provider. Issuer and subject say who it is; the rest may change at any time. */
export type ProviderPerson = {
  readonly issuer: string
  readonly subject: string
  /** An address that the provider does not call unconfirmed; null when it names none. */
  readonly email: string | null
  readonly name: string | null
  readonly groups: readonly string[]
}

/**
 * Null when the claims do not say who it is. `issuer`: the provider that was asked, in its one spelling.
 * `groupsClaim` names the claim with the groups.
 */
export function personFrom(
  issuer: string,
  claims: Claims,
  groupsClaim: string,
): ProviderPerson | null {
  const subject = textOf(claims.sub)
  if (subject === null) return null
  // Some providers send the text "false".
  const isUnconfirmed = String(claims.email_verified) === 'false'
  return {
    issuer,
    subject,
    email: isUnconfirmed ? null : textOf(claims.email),
    name: textOf(claims.name) ?? textOf(claims.preferred_username),
    groups: textsOf(valueAt(claims, groupsClaim)),
  }
}

/** The highest role among these groups; null when none of them gives one. */
export function roleOfGroups(groups: readonly string[], roles: readonly GroupRole[]): Role | null {
  let highest: Role | null = null
  for (const [group, role] of roles) {
    if (!groups.includes(group)) continue
    if (highest === null || outranks(role, highest)) highest = role
  }
  return highest
}

/** The claim with this name, or the one that a path such as `realm_access.roles` leads to. */
function valueAt(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name]
  let value: unknown = claims
  for (const part of name.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined
    value = Reflect.get(value, part)
  }
  return value
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null

const textsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string')
