import type { Role } from '@/lib/kernel/role'

export type NavItem = {
  readonly href: string
  readonly label: string
  /** The item is the current one on pages whose paths begin with one of these. */
  readonly covers: readonly string[]
}

const learning: readonly NavItem[] = [
  { href: '/today', label: 'Today', covers: ['/today', '/exams'] },
  { href: '/course', label: 'Course', covers: ['/course', '/lessons'] },
  {
    href: '/atlas',
    label: 'Reference',
    covers: ['/atlas', '/timeline', '/sources', '/facts', '/questions', '/search'],
  },
  { href: '/progress', label: 'Progress', covers: ['/progress'] },
]
const cohorts: NavItem = { href: '/cohorts', label: 'Cohorts', covers: ['/cohorts'] }
const admin: NavItem = { href: '/admin', label: 'Admin', covers: ['/admin'] }

export function navItemsFor(role: Role): readonly NavItem[] {
  switch (role) {
    case 'learner':
      return learning
    case 'instructor':
      return [...learning, cohorts]
    case 'admin':
      return [...learning, cohorts, admin]
  }
}

/** Whether a page at `path` belongs to the item. */
export function isCurrent(item: NavItem, path: string): boolean {
  return item.covers.some((start) => path === start || path.startsWith(`${start}/`))
}
