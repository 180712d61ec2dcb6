import type { AdminView } from '@/lib/server/people/load-admin'
import type { Column } from '@/lib/table/column'

/** The database sorts and searches by them: there may be many accounts. */
export const ACCOUNT_COLUMNS: readonly Column<AdminView['people'][number]>[] = [
  { id: 'name', head: 'Name', value: ({ name }) => name },
  { id: 'email', head: 'E-mail', value: ({ email }) => email },
  { id: 'role', head: 'Role', value: ({ role }) => role },
  { id: 'seen', head: 'Last seen', value: ({ lastSeenAt }) => lastSeenAt },
]
