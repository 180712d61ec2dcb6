import 'server-only'
import { cohortMembers, findCohort, unarchivedCohorts } from '../../db/cohort/cohorts'
import { listUsers, type User } from '../../db/people/users'
import { AppError } from '../../kernel/app-error'
import { asCohortId, type CohortId, isUuid, type UserId } from '../../kernel/ids'
import { requireCourse } from '../current-course'
import { settleAll } from '../exam/settle-attempts'
import { publicUrl } from '../mail-settings'
import { revlogOf, revlogOfAll } from './revlog-text'
import { TABLES, type TableName } from './tables/all'
import { xapiText } from './xapi-text'

/** For who holds the database itself: nobody is asked who they are. */
type Whole = { readonly cohort: string | null }

/** A stand-in where nobody said where this server is reached: by RFC 2606 it is nobody's. */
const NOWHERE = 'https://steppe.invalid'

/** Throws not_found. */
export async function everyRevlog(input: Whole): Promise<AsyncIterable<string>> {
  return revlogOfAll(await peopleOf(input))
}

/** One person's, by mail address. Throws not_found. */
export async function revlogOfPerson({ email }: { email: string }): Promise<AsyncIterable<string>> {
  const person = (await listUsers()).find((user) => user.email === email.trim().toLowerCase())
  if (person) return revlogOf(person)
  throw new AppError('not_found', `Nobody has the address ${email}. Nothing was written.`)
}

/** Throws not_found, course_not_published. */
export async function everyXapi(
  input: Whole & { readonly now: number },
): Promise<AsyncIterable<string>> {
  const people = await peopleOf(input)
  // Exams that are over count, though nobody has looked since.
  for (const { id } of await unarchivedCohorts()) await settleAll({ cohortId: id }, input.now)
  const { look } = await requireCourse()
  return xapiText(people, { home: publicUrl() ?? NOWHERE, look })
}

/** Throws not_found. */
export async function everyTable(
  input: Whole & { readonly table: TableName; readonly now: number },
): Promise<AsyncIterable<string>> {
  const cohorts = input.cohort === null ? await unarchivedCohorts() : [await cohortBy(input.cohort)]
  const admin = (await listUsers()).find(({ role, disabled }) => role === 'admin' && !disabled)
  const readable = await Promise.all(
    cohorts.map(async ({ id, name }) => {
      const actorId = admin?.id ?? (await anInstructor(id))
      return actorId
        ? [{ actorId, cohortId: id, cohort: name, now: input.now, on: null, of: null }]
        : []
    }),
  )
  return TABLES[input.table].csvOf(readable.flat())
}

/** Loaders ask on whose behalf they read. */
async function anInstructor(cohortId: CohortId): Promise<UserId | null> {
  const members = await cohortMembers(cohortId)
  const found = members.find(
    ({ roleInCohort, disabled }) => roleInCohort !== 'learner' && !disabled,
  )
  return found?.id ?? null
}

async function peopleOf({ cohort }: Whole): Promise<readonly User[]> {
  if (cohort === null) return listUsers()
  const members = await cohortMembers((await cohortBy(cohort)).id)
  return members.filter(({ roleInCohort }) => roleInCohort === 'learner')
}

async function cohortBy(id: string) {
  const cohort = isUuid(id) ? await findCohort(asCohortId(id)) : null
  if (cohort) return cohort
  throw new AppError('not_found', `There is no cohort ${id}. Nothing was written.`)
}
