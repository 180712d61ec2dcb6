import type { Role } from '@/lib/kernel/role'

/** Where somebody begins who just joined. */
export function firstPageFor(role: Role): string {
  switch (role) {
    case 'learner':
      return '/course'
    case 'instructor':
      return '/cohorts'
    case 'admin':
      return '/admin'
  }
}
