import 'server-only'
import { listUsers, type User } from '../../db/people/users'
import type { WholeScope } from '../whole-scope'

/** For the command line: every account, sorted by name. Deleted ones are none any more. */
export const listAccounts = async (_: WholeScope): Promise<readonly User[]> =>
  (await listUsers()).filter(({ deleted }) => !deleted)
