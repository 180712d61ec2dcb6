import 'server-only'
import { moveLearner, removeMember } from '../../db/cohort/cohorts'
import { recordAudit } from '../../db/people/audit'
import { AppError } from '../../kernel/app-error'
import { type CohortId, isUuid, type UserId } from '../../kernel/ids'
import { actor, assertInstructor, openCohortOf } from '../access'
import { analystOf } from './analyst-of'

type Input = {
  readonly actorId: UserId
  readonly cohortId: CohortId
  readonly userId: UserId
  readonly now: number
}

/**
 * Moves an analyst to another of the actor's cohorts. Cards, log and the day they joined go along;
 * notes and snoozes stay with the old cohort. Throws not_allowed, not_found, invalid_input.
 */
export async function moveAnalyst(input: Input & { readonly to: CohortId }): Promise<void> {
  const user = await actor(input.actorId)
  assertInstructor(user)
  const from = await openCohortOf(user, input.cohortId)
  const to = await openCohortOf(user, input.to)
  const analyst = await analystOf(from.id, input.userId)
  if (!(await moveLearner(analyst.id, from.id, to.id))) {
    throw new AppError(
      'invalid_input',
      `${analyst.name} is in “${to.name}” already. Nothing was changed.`,
    )
  }
  const detail = { user: analyst.id, from: from.id, to: to.id }
  await recordAudit({ at: input.now, actorId: user.id, kind: 'analyst_moved', detail })
}

/**
 * Takes an analyst or an instructor, oneself included, out of a cohort. Their account, cards and log
 * stay; they can be invited again. Throws not_allowed, not_found, invalid_input for the last
 * instructor.
 */
export async function leaveCohort(input: Input): Promise<void> {
  const user = await actor(input.actorId)
  assertInstructor(user)
  const cohort = await openCohortOf(user, input.cohortId)
  const outcome = isUuid(input.userId) ? await removeMember(input.userId, cohort.id) : 'no-member'
  if (outcome === 'no-member') {
    throw new AppError('not_found', 'They are not in this cohort. Nothing was changed.')
  }
  if (outcome === 'last') {
    throw new AppError(
      'invalid_input',
      'A cohort needs an instructor, and this is the last one. Nothing was changed. Invite another first, or archive the cohort.',
    )
  }
  const detail = { user: input.userId, cohort: cohort.id }
  await recordAudit({ at: input.now, actorId: user.id, kind: 'member_removed', detail })
}
