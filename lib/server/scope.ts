import 'server-only'
import type { CourseId } from '../course/courses'
import { cohortGround, cohortGrounds } from '../db/cohort/cohort-ground'
import type { CohortGround } from '../db/cohort/cohort-ground-row'
import { type Cohort, findCohort, findInstructedCohort } from '../db/cohort/cohorts'
import type { Publication } from '../db/course/published-course'
import { findLearner } from '../db/people/session-user'
import type { User } from '../db/people/users'
import { AppError } from '../kernel/app-error'
import { type CohortId, isUuid, type UserId } from '../kernel/ids'
import type { StudyDay } from '../kernel/study-day'

// A scope proves what somebody may act on. Only this file and `whole-scope` make one, so a verb that
// takes a scope cannot be called before its gate was passed: without the gate it does not compile.
declare const learning: unique symbol
declare const instructing: unique symbol
declare const administering: unique symbol
declare const reading: unique symbol
declare const changing: unique symbol

/** What the statement that proved somebody has read beside the account. */
type ReadBeside = {
  /** The newest published course, null when there is none; undefined when it was not read. */
  readonly newest: Publication | null | undefined
}

/** An account that may act, for what it does in its own name. Every role learns. */
export type LearnerScope = ReadBeside & {
  readonly user: User
  /** What they learn, null for everything, if the statement that proved the person has read it. */
  readonly courses?: readonly CourseId[] | null
  /** How many notifications are unread, if the statement that proved the person has counted them. */
  readonly unread?: number
  /** Whether their own exam is open, if the statement that proved the person has looked. */
  readonly examRuns?: boolean
  readonly [learning]: true
}

/** The account of an instructor or an administrator. */
export type InstructorScope = LearnerScope & { readonly [instructing]: true }

export type AdminScope = InstructorScope & { readonly [administering]: true }

/** A cohort that may be read. */
export type CohortScope = ReadBeside & {
  readonly cohort: Cohort
  /** Who reads it; null for the command line, which holds the whole database. */
  readonly viewer: User | null
  /** What the statement that proved the cohort has read beside it, for a page. */
  readonly ground?: CohortGround
  readonly [reading]: true
}

/** The same for the instructor or administrator who reads it. */
export type InstructedCohortScope = CohortScope & { readonly viewer: User }

/** A cohort that may be changed, and who changes it. An archived cohort never is. */
export type OpenCohortScope = InstructedCohortScope & { readonly [changing]: true }

/** The account of a sign-in session that was looked up for this request. Throws not_allowed when it is disabled. */
export function learnerScope(user: User, newest?: Publication | null): LearnerScope {
  if (user.disabled) throw noLongerAllowed()
  return { user, newest } as LearnerScope
}

/** The same by its id. Throws not_allowed for an account that is gone or disabled. */
export async function learnerScopeOf(id: UserId): Promise<LearnerScope> {
  const found = await findLearner(id)
  if (!found) throw noLongerAllowed()
  return { ...learnerScope(found.user), courses: found.courses }
}

/** Throws not_allowed for a learner. */
export function instructorScope(scope: LearnerScope): InstructorScope {
  if (scope.user.role !== 'learner') return scope as InstructorScope
  throw new AppError('not_allowed', 'Only an instructor may do this.')
}

/** Throws not_allowed for everybody but an administrator. */
export function adminScope(scope: LearnerScope): AdminScope {
  if (scope.user.role === 'admin') return scope as AdminScope
  throw new AppError('not_allowed', 'Only an administrator may do this.')
}

/**
 * A cohort that this person instructs; an administrator reads every cohort. Throws not_found for
 * somebody else's, so that nobody learns that it exists.
 */
export async function cohortScope(
  scope: InstructorScope,
  id: CohortId,
): Promise<InstructedCohortScope> {
  const { user, newest } = scope
  const cohort = isUuid(id) ? await findReadable(user, id) : null
  if (cohort) return { cohort, viewer: user, newest } as InstructedCohortScope
  throw noSuchCohort()
}

/** The same for a page, which shows the people of the cohort: reads everything in the one statement. */
export async function cohortPageScope(
  scope: InstructorScope,
  id: CohortId,
): Promise<InstructedCohortScope> {
  const { user, newest } = scope
  const ground = await cohortGround(id, user.role === 'admin' ? null : user.id)
  if (ground) {
    return { cohort: ground.cohort, viewer: user, newest, ground } as InstructedCohortScope
  }
  throw noSuchCohort()
}

type ListedCohort = {
  /** Of an archived cohort, `ground` has nobody. */
  readonly scope: InstructedCohortScope
  /** Learners whose accounts are not disabled, and those who answered in the 7 days to `today`. */
  readonly learners: number
  readonly active: number
}

/** Every cohort that this person may read, by name. */
export async function cohortScopes(
  { user, newest }: InstructorScope,
  today: StudyDay,
): Promise<readonly ListedCohort[]> {
  const listed = await cohortGrounds(user.role === 'admin' ? null : user.id, today)
  return listed.map(({ learners, active, ...ground }) => ({
    scope: { cohort: ground.cohort, viewer: user, newest, ground } as InstructedCohortScope,
    learners,
    active,
  }))
}

/** A cohort as `cohortScope` finds it, for a change. Throws not_found, and not_allowed for an archived cohort. */
export async function openCohortScope(
  scope: InstructorScope,
  id: CohortId,
): Promise<OpenCohortScope> {
  const { cohort, viewer, newest } = await cohortScope(scope, id)
  if (!cohort.archived) return { cohort, viewer, newest } as OpenCohortScope
  throw new AppError(
    'not_allowed',
    `“${cohort.name}” is archived: it can be read, but not changed. Nothing was changed. Open the cohort again on its page People first.`,
  )
}

const findReadable = (user: User, id: CohortId): Promise<Cohort | null> =>
  user.role === 'admin' ? findCohort(id) : findInstructedCohort(user.id, id)

const noSuchCohort = () =>
  new AppError(
    'not_found',
    'None of your cohorts has this address. Open the cohort from the list of cohorts.',
  )

const noLongerAllowed = () =>
  new AppError('not_allowed', 'This account is disabled or no longer exists. Ask an administrator.')
