import type { Role } from '@/lib/kernel/role'

/** What people read for a role: a learner is an analyst everywhere. */
export const roleLabel: Record<Role, string> = {
  learner: 'Analyst',
  instructor: 'Instructor',
  admin: 'Administrator',
}
