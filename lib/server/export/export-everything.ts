import 'server-only'
import { addressForm } from '../../account/address'
import { ownersIn } from '../../course/owners'
import { type Cohort, findCohort, unarchivedCohorts } from '../../db/cohort/cohorts'
import { listUsers, type User } from '../../db/people/users'
import { AppError } from '../../kernel/app-error'
import { asCohortId, isUuid } from '../../kernel/ids'
import { configuredOrigin } from '../../origin/configured-origin'
import { currentCourse, requireCourse } from '../current-course'
import { groundOf, learnersIn } from '../ground-of'
import { anyCohort, type WholeScope } from '../whole-scope'
import { recordExport } from './record-export'
import { revlogOf, revlogOfAll } from './revlog-text'
import { TABLES, type TableName } from './tables/all'
import { xapiText } from './xapi-text'

/** The id of a cohort, or null for everybody. */
type Of = { readonly cohort: string | null }

/**
 * Used if no public address is configured. RFC 2606 reserves this domain, so it belongs to nobody.
 */
const NOWHERE = 'https://steppe.invalid'

/** Throws not_found. */
export async function everyRevlog(
  whole: WholeScope,
  input: Of & { readonly now: number },
): Promise<AsyncIterable<string>> {
  const people = await peopleOf(whole, input)
  await recordExport({ what: 'revlog', cohort: input.cohort, of: null, by: null, now: input.now })
  const course = await currentCourse(await learnedIn(input))
  return revlogOfAll(people, course?.leavesOut ?? (() => false))
}

/** The export of one person, by e-mail address. Throws not_found. */
export async function revlogOfPerson(
  _: WholeScope,
  { email, now }: { readonly email: string; readonly now: number },
): Promise<AsyncIterable<string>> {
  const person = (await listUsers()).find((user) => user.email === addressForm(email))
  if (!person) {
    throw new AppError('not_found', `Nobody has the address ${email}. Nothing was written.`)
  }
  await recordExport({ what: 'revlog', cohort: null, of: person.id, by: null, now })
  return revlogOf(person)
}

/** Exams that are over are included, although nothing has graded them yet. Throws not_found, course_not_published. */
export async function everyXapi(
  whole: WholeScope,
  input: Of & { readonly now: number },
): Promise<AsyncIterable<string>> {
  const people = await peopleOf(whole, input)
  const { look, leavesOut } = await requireCourse(await learnedIn(input))
  const owners = ownersIn((await requireCourse()).catalogue)
  await recordExport({ what: 'xapi', cohort: input.cohort, of: null, by: null, now: input.now })
  return xapiText(
    people,
    { home: configuredOrigin(process.env) ?? NOWHERE, look, owners, leavesOut },
    input.now,
  )
}

/** A table of one cohort, or of all cohorts that are not archived. Throws not_found. */
export async function everyTable(
  whole: WholeScope,
  { cohort, table, now }: Of & { readonly table: TableName; readonly now: number },
): Promise<AsyncIterable<string>> {
  const cohorts = cohort === null ? await unarchivedCohorts() : [await cohortBy(cohort)]
  const scopes = cohorts.map((each) => anyCohort(whole, each))
  await recordExport({ what: table, cohort, of: null, by: null, now })
  return TABLES[table].csvOf(scopes, { now, on: null, of: null })
}

async function peopleOf(whole: WholeScope, { cohort }: Of): Promise<readonly User[]> {
  if (cohort === null) return listUsers()
  return learnersIn(await groundOf(anyCohort(whole, await cohortBy(cohort))))
}

/** Of a cohort, what it learns; of everybody, everything. */
const learnedIn = async ({ cohort }: Of) =>
  cohort === null ? {} : { cohort: await cohortBy(cohort) }

async function cohortBy(id: string): Promise<Cohort> {
  const cohort = isUuid(id) ? await findCohort(asCohortId(id)) : null
  if (cohort) return cohort
  throw new AppError('not_found', `There is no cohort ${id}. Nothing was written.`)
}
