import 'server-only'
import { ownersIn } from '../../course/owners'
import { AppError } from '../../kernel/app-error'
import { requireCourse } from '../current-course'
import { groundOf, learnersIn } from '../ground-of'
import type { CohortScope, LearnerScope } from '../scope'
import { recordExport } from './record-export'
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
  const text = await csv(scope, input)
  await noted(scope, table, input)
  return text
}

/** The review log of a cohort's learners, without names. */
export async function exportRevlog(
  scope: CohortScope,
  { now }: { readonly now: number },
): Promise<AsyncIterable<string>> {
  const people = learnersIn(await groundOf(scope))
  const { leavesOut } = await requireCourse(scope)
  await noted(scope, 'revlog', { now, of: null })
  return revlogOfAll(people, leavesOut)
}

/**
 * The activity of a cohort's learners as xAPI statements. Exams that are over are included, although
 * nothing has graded them yet. `origin` is the public origin of this
 * request. Throws course_not_published.
 */
export async function exportXapi(
  scope: CohortScope,
  input: { readonly origin: string; readonly now: number },
): Promise<AsyncIterable<string>> {
  const people = learnersIn(await groundOf(scope))
  const { look, leavesOut } = await requireCourse(scope)
  const owners = ownersIn((await requireCourse({ newest: scope.newest })).catalogue)
  await noted(scope, 'xapi', { now: input.now, of: null })
  return xapiText(people, { home: input.origin, look, owners, leavesOut }, input.now)
}

/** The review log of the viewer. */
export async function exportOwnRevlog(
  { user }: LearnerScope,
  { now }: { readonly now: number },
): Promise<AsyncIterable<string>> {
  await recordExport({ what: 'revlog', cohort: null, of: user.id, by: user.id, now })
  return revlogOf(user)
}

const noted = (
  { cohort, viewer }: CohortScope,
  what: string,
  { now, of }: Pick<TableInput, 'now' | 'of'>,
): Promise<void> => recordExport({ what, cohort: cohort.id, of, by: viewer?.id ?? null, now })
