import 'server-only'
import type { Cohort } from '../db/cohort/cohorts'
import type { User } from '../db/people/users'
import { type CohortScope, type LearnerScope, learnerScope } from './scope'

declare const holding: unique symbol

/**
 * The whole database: the command line, which holds its address, and the jobs that a server does by
 * itself. `architecture.cjs` keeps pages and routes from importing this file.
 */
export type WholeScope = { readonly [holding]: true }

export const wholeScope = (): WholeScope => ({}) as WholeScope

/** A person whom a job serves. Throws not_allowed for a disabled account. */
export const anyLearner = (_: WholeScope, user: User): LearnerScope => learnerScope(user)

/** The same for what is done to a log whether or not its owner may act now: they may again. */
export const everyLearner = (_: WholeScope, user: User): LearnerScope =>
  ({ user, newest: undefined }) as LearnerScope

export const anyCohort = (_: WholeScope, cohort: Cohort): CohortScope =>
  ({ cohort, viewer: null, newest: undefined }) as CohortScope
