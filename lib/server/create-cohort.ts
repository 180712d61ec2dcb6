import 'server-only'
import type { CohortId, UserId } from '../kernel/ids'

/** The actor becomes its instructor. Throws not_allowed, invalid_input. */
export async function createCohort(_input: {
  actorId: UserId
  name: string
  now: number
}): Promise<CohortId> {
  throw new Error('stub')
}
