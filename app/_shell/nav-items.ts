import type { Role } from '@/lib/kernel/role'
import type { Entry } from '@/lib/policy/entries'

export type NavItem = {
  readonly href: Entry
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
  { href: '/progress', label: 'Progress', covers: ['/progress', '/custom-study'] },
]
const cohorts: NavItem = { href: '/cohorts', label: 'Cohorts', covers: ['/cohorts'] }
const authoring: NavItem = { href: '/authoring', label: 'Authoring', covers: ['/authoring'] }
const admin: NavItem = { href: '/admin', label: 'Admin', covers: ['/admin'] }

export function navItemsFor(role: Role): readonly NavItem[] {
  switch (role) {
    case 'learner':
      return learning
    case 'instructor':
      return [...learning, cohorts, authoring]
    case 'admin':
      return [...learning, cohorts, authoring, admin]
  }
}

/** Where somebody lands who asked for no page: instructors come for their cohorts. */
export const homeOf = (role: Role): '/today' | '/cohorts' =>
  role === 'instructor' ? '/cohorts' : '/today'

/** Whether a page at `path` belongs to the item. */
export function isCurrent(item: NavItem, path: string): boolean {
  return item.covers.some((start) => path === start || path.startsWith(`${start}/`))
}
