/** What somebody is in this installation or in a cohort; each may do what those before it may. */
export const ROLES = ['learner', 'instructor', 'admin'] as const
export type Role = (typeof ROLES)[number]

export const outranks = (one: Role, other: Role): boolean =>
  ROLES.indexOf(one) > ROLES.indexOf(other)
