import 'server-only'
import { searchUsers, type User, type UserOrder } from '../../db/people/users'
import { type Column, csvHead, csvRows } from '../../interop/csv'
import { oneLine } from '../../kernel/visible-text'
import type { AdminScope } from '../scope'
import { recordExport } from './record-export'
import { instant } from './tables/table'

const PAGE_ROWS = 1000

const COLUMNS: readonly Column<User>[] = [
  { head: 'Name', value: ({ name }) => name },
  { head: 'E-mail', value: ({ email }) => email },
  { head: 'Role', value: ({ role }) => role },
  { head: 'Last seen', value: ({ lastSeenAt }) => instant(lastSeenAt) },
  { head: 'Account', value: ({ disabled }) => (disabled ? 'disabled' : 'active') },
]

/** The accounts that the page of administrators finds, on all of its pages, as CSV. */
export async function exportAccounts(
  { user }: AdminScope,
  {
    search,
    order,
    now,
  }: { readonly search: string; readonly order: UserOrder; readonly now: number },
): Promise<AsyncIterable<string>> {
  await recordExport({ what: 'accounts', cohort: null, of: null, by: user.id, now })
  return linesOf(oneLine(search), order)
}

async function* linesOf(words: string, order: UserOrder): AsyncGenerator<string> {
  yield csvHead(COLUMNS)
  for (let skip = 0; ; skip += PAGE_ROWS) {
    const users = await searchUsers(words, { skip, take: PAGE_ROWS, order })
    yield csvRows(COLUMNS, users)
    if (users.length < PAGE_ROWS) return
  }
}
