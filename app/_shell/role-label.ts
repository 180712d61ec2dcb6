import type { Role } from '@/lib/kernel/role'

/** The name of a role on pages, where a learner is called an analyst. */
export const roleLabel: Record<Role, string> = {
  learner: 'Analyst',
  instructor: 'Instructor',
  admin: 'Administrator',
}
