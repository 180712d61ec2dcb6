import 'server-only'
import { cohortMembers } from '../../db/cohort/cohorts'
import type { User } from '../../db/people/users'
import { AppError } from '../../kernel/app-error'
import type { CohortId, UserId } from '../../kernel/ids'
import { actor, assertInstructor, cohortOf } from '../access'
import { requireCourse } from '../current-course'
import { settleAll } from '../exam/settle-attempts'
import { publicUrl } from '../mail-settings'
import { revlogOf, revlogOfAll } from './revlog-text'
import { TABLES, type TableName } from './tables/all'
import type { TableInput } from './tables/table'
import { xapiText } from './xapi-text'

type Input = { readonly actorId: UserId; readonly cohortId: CohortId }

/** A table of the cohort's pages as CSV. Throws not_allowed, not_found, invalid_input. */
export async function exportTable(
  input: TableInput & { readonly table: TableName },
): Promise<string> {
  await instructed(input)
  const { needs, csv } = TABLES[input.table]
  // Of everybody it would keep the server busy for a minute: `steppe export csv` does that.
  if (needs !== null && input.of === null) {
    throw new AppError('invalid_input', `Say of which ${needs}: add ?of= and its id.`)
  }
  return csv(input)
}

/** The review log of a cohort's analysts, without names. Throws not_allowed, not_found. */
export async function exportRevlog(input: Input): Promise<AsyncIterable<string>> {
  return revlogOfAll(await analystsOf(await instructed(input)))
}

/**
 * What a cohort's analysts did as xAPI statements; `origin`: where this server was asked, in case
 * nobody said where it is reached. Throws not_allowed, not_found, course_not_published.
 */
export async function exportXapi(
  input: Input & { readonly origin: string; readonly now: number },
): Promise<AsyncIterable<string>> {
  const cohortId = await instructed(input)
  // What is over counts, though nobody has looked since.
  await settleAll({ cohortId }, input.now)
  const people = await analystsOf(cohortId)
  const { look } = await requireCourse()
  return xapiText(people, { home: publicUrl() ?? input.origin, look })
}

/** One's own review log. Throws not_allowed. */
export async function exportOwnRevlog({
  userId,
}: {
  userId: UserId
}): Promise<AsyncIterable<string>> {
  return revlogOf(await actor(userId))
}

// Here and not only in each loader: a table that forgets to ask lets nobody in.
async function instructed({ actorId, cohortId }: Input): Promise<CohortId> {
  const user = await actor(actorId)
  assertInstructor(user)
  return (await cohortOf(user, cohortId)).id
}

async function analystsOf(cohortId: CohortId): Promise<User[]> {
  const members = await cohortMembers(cohortId)
  return members.filter(({ roleInCohort }) => roleInCohort === 'learner')
}
