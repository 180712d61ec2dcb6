import 'server-only'
import { AppError } from '../../kernel/app-error'
import { requireCourse } from '../current-course'
import { settleCohort } from '../exam/settle-attempts'
import { groundOf, learnersIn } from '../ground-of'
import type { CohortScope, LearnerScope } from '../scope'
import { revlogOf, revlogOfAll } from './revlog-text'
import { TABLES, type TableName } from './tables/all'
import type { TableInput } from './tables/table'
import { xapiText } from './xapi-text'

/** A table of the cohort's pages as CSV. Throws not_found, invalid_input. */
export async function exportTable(
  scope: CohortScope,
  { table, ...input }: TableInput & { readonly table: TableName },
): Promise<string> {
  const { needs, csv } = TABLES[table]
  // For all people at once it would keep the server busy for a minute. Use `steppe export csv` for
  // that.
  if (needs !== null && input.of === null) {
    throw new AppError('invalid_input', `Name the ${needs}: add ?of= and its id to the address.`)
  }
  return csv(scope, input)
}

/** The review log of a cohort's learners, without names. */
export async function exportRevlog(scope: CohortScope): Promise<AsyncIterable<string>> {
  return revlogOfAll(learnersIn(await groundOf(scope)))
}

/**
 * The activity of a cohort's learners as xAPI statements. `origin` is the public origin of this
 * request. Throws course_not_published.
 */
export async function exportXapi(
  scope: CohortScope,
  input: { readonly origin: string; readonly now: number },
): Promise<AsyncIterable<string>> {
  // Exams that are over are included, even if nobody has looked at them since.
  await settleCohort(scope, input.now)
  const people = learnersIn(await groundOf(scope))
  const { look } = await requireCourse(scope)
  return xapiText(people, { home: input.origin, look })
}

/** The review log of the viewer. */
export const exportOwnRevlog = ({ user }: LearnerScope): AsyncIterable<string> => revlogOf(user)
