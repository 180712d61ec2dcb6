import 'server-only'
import { markArchived, updateCohortName } from '../../db/cohort/cohorts'
import { recordAudit } from '../../db/people/audit'
import type { CohortId, UserId } from '../../kernel/ids'
import { actor, assertInstructor, cohortOf, openCohortOf } from '../access'
import { checkName } from '../check-account-input'

type Input = { readonly actorId: UserId; readonly cohortId: CohortId; readonly now: number }

/** Throws not_allowed, not_found, invalid_input. */
export async function renameCohort(input: Input & { readonly name: string }): Promise<void> {
  const user = await actor(input.actorId)
  assertInstructor(user)
  const cohort = await openCohortOf(user, input.cohortId)
  const name = checkName(input.name)
  await updateCohortName(cohort.id, name)
  const detail = { cohort: cohort.id, before: cohort.name, name }
  await recordAudit({ at: input.now, actorId: user.id, kind: 'cohort_renamed', detail })
}

/**
 * Puts a cohort away: it can be read, nobody can join or change anything in it, and it asks nothing
 * of its analysts, whose schedules go on. Harmless when repeated. Throws not_allowed, not_found.
 */
export async function archiveCohort(input: Input): Promise<void> {
  const user = await actor(input.actorId)
  assertInstructor(user)
  const cohort = await cohortOf(user, input.cohortId)
  if (cohort.archived) return
  await markArchived(cohort.id, input.now)
  const detail = { cohort: cohort.id, name: cohort.name }
  await recordAudit({ at: input.now, actorId: user.id, kind: 'cohort_archived', detail })
}

/** Takes it out again. Throws not_allowed, not_found. */
export async function reopenCohort(input: Input): Promise<void> {
  const user = await actor(input.actorId)
  assertInstructor(user)
  const cohort = await cohortOf(user, input.cohortId)
  await markArchived(cohort.id, null)
  const detail = { cohort: cohort.id, name: cohort.name }
  await recordAudit({ at: input.now, actorId: user.id, kind: 'cohort_reopened', detail })
}
