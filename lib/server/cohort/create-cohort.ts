import 'server-only'
import { uuidv7 } from 'uuidv7'
import { insertCohort } from '../../db/cohort/cohorts'
import { recordAudit } from '../../db/people/audit'
import { asCohortId, type CohortId, type UserId } from '../../kernel/ids'
import { actor, assertInstructor } from '../access'
import { checkName } from '../check-account-input'

/** The actor becomes its instructor. Throws not_allowed, invalid_input. */
export async function createCohort(input: {
  actorId: UserId
  name: string
  now: number
}): Promise<CohortId> {
  const user = await actor(input.actorId)
  assertInstructor(user)
  const id = asCohortId(uuidv7())
  const name = checkName(input.name)
  await insertCohort({ id, name, createdAt: input.now, createdById: user.id })
  const detail = { cohort: id, name }
  await recordAudit({ at: input.now, actorId: user.id, kind: 'cohort_created', detail })
  return id
}
