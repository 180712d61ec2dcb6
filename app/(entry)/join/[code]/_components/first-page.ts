import type { Role } from '@/lib/kernel/role'

/** The first page for somebody who has just joined. */
export function firstPageFor(role: Role): string {
  switch (role) {
    case 'learner':
      return '/today'
    case 'instructor':
      return '/cohorts'
    case 'admin':
      return '/admin'
  }
}
