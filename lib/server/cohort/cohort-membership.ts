import 'server-only'
import {
  insertMember,
  type Membership,
  removeMember,
  moveLearner as writeMove,
} from '../../db/cohort/cohorts'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { findUser } from '../../db/people/users'
import { AppError } from '../../kernel/app-error'
import { isUuid, type UserId } from '../../kernel/ids'
import type { OpenCohortScope } from '../scope'
import { learnerOf } from './learner-of'

type Input = { readonly userId: UserId; readonly now: number }

/**
 * Moves a learner to another cohort. Cards, log and joining day move with the learner. Notes and
 * snoozes stay with the old cohort. Throws not_found, invalid_input.
 */
export async function moveLearner(
  from: OpenCohortScope,
  to: OpenCohortScope,
  input: Input,
): Promise<void> {
  const learner = await learnerOf(from, input.userId)
  const detail = { user: learner.id, from: from.cohort.id, to: to.cohort.id }
  await together(async () => {
    if (!(await writeMove(learner.id, from.cohort.id, to.cohort.id))) {
      throw new AppError(
        'invalid_input',
        `${learner.name} is already in “${to.cohort.name}”. Nothing was changed.`,
      )
    }
    await recordAudit({ at: input.now, actorId: from.viewer.id, kind: 'analyst_moved', detail })
  })
}

/**
 * Removes a learner or an instructor from a cohort. Instructors can remove themselves. The account,
 * cards and log are kept. Returns who it was, and as what, for `putBack`. Throws not_found,
 * and invalid_input for the last instructor.
 */
export async function leaveCohort(
  { cohort, viewer }: OpenCohortScope,
  { userId, now }: Input,
): Promise<Membership & { readonly name: string }> {
  const outcome = isUuid(userId) ? await removeRecorded() : 'no-member'
  if (outcome === 'no-member') {
    throw new AppError('not_found', 'This person is not in this cohort. Nothing was changed.')
  }
  if (outcome === 'last') {
    throw new AppError(
      'invalid_input',
      'This is the last instructor of the cohort, so nothing was changed. Invite another instructor first, or archive the cohort.',
    )
  }
  return { ...outcome, name: (await findUser(userId))?.name ?? 'A former analyst' }

  function removeRecorded() {
    return together(async () => {
      const removed = await removeMember(userId, cohort.id)
      if (removed === 'last' || removed === 'no-member') return removed
      const detail = { user: userId, cohort: cohort.id }
      await recordAudit({ at: now, actorId: viewer.id, kind: 'member_removed', detail })
      return removed
    })
  }
}

/**
 * Puts somebody back as they were before `leaveCohort`. `member` must come from there: who was never in
 * a cohort joins it by an invitation. Harmless when repeated.
 */
export async function putBack(
  { cohort, viewer }: OpenCohortScope,
  { member, now }: { readonly member: Membership; readonly now: number },
): Promise<void> {
  const detail = { user: member.userId, cohort: cohort.id }
  await together(async () => {
    if (!(await insertMember(cohort.id, member))) return
    await recordAudit({ at: now, actorId: viewer.id, kind: 'member_put_back', detail })
  })
}
