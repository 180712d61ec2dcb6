import 'server-only'
import type { User } from '../../db/people/users'
import { AppError } from '../../kernel/app-error'
import type { UserId } from '../../kernel/ids'
import { groundOf, learnersIn } from '../ground-of'
import type { CohortScope } from '../scope'

/** The account of a learner in this cohort. Throws not_found. */
export async function learnerOf(scope: CohortScope, userId: UserId): Promise<User> {
  const member = learnersIn(await groundOf(scope)).find(({ id }) => id === userId)
  if (member) return member
  throw new AppError('not_found', 'There is no such analyst in this cohort. Nothing was changed.')
}
